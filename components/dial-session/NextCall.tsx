import type { ComponentChildren } from 'preact';
import { useEffect, useLayoutEffect, useRef } from 'preact/hooks';
import { firstDialable } from '@/lib/domain/call/person';
import type { DueWork } from '@/lib/domain/queue/due-work';
import { counted, text } from '@/lib/text/text';
import { useStores } from '@/lib/view/panel/panel-context';
import { Button } from '@/components/ui/Button';
import { LaterDialog, SkipDialog } from './dialogs';
import './dial-session.css';

/** Who comes now; `children` say how late it is. Counts down, unless the rep does anything else. */
export function NextCall({
  work,
  next,
  children,
}: {
  readonly work: DueWork;
  readonly next: DueWork | undefined;
  readonly children: ComponentChildren;
}) {
  const { dialSession, notices, openPerson } = useStores();
  const callButton = useRef<HTMLButtonElement>(null);
  const { person } = work;
  const number = firstDialable(person);
  const secondsLeft = dialSession.secondsLeft.value;
  useHoldOnAct(dialSession.holdCountdown);
  useEffect(() => {
    callButton.current?.focus();
    notices.say(text('sessionNext', person.name));
  }, [work.workId, notices]);
  const asked = dialSession.asked.value;
  const close = (): void => dialSession.ask(undefined);
  return (
    <section class="next-call" aria-label={text('sessionNow')} data-work={work.workId}>
      <div class="next-who">
        <h2 class="next-name clip" dir="auto" title={person.name}>
          {person.name === '' ? text('personHidden') : person.name}
        </h2>
        <Button
          look="quiet"
          icon="open"
          label={text('openPersonInSalesloft', person.name)}
          onClick={() => openPerson(person.personId)}
        />
      </div>
      <p class="soft clip" dir="auto">
        {[person.title, person.company].filter((part) => part !== '').join(' · ')}
      </p>
      <p class="soft clip" dir="auto">
        {[work.cadenceName, work.stepName].filter((part) => part !== '').join(' · ')}
      </p>
      {children}
      <p class="numbers">{number?.display}</p>
      <div class="next-actions">
        <Button look="primary" icon="phone" buttonRef={callButton} onClick={() => void dialSession.dialNow()}>
          {text('callPerson', person.name)}
        </Button>
        <Button onClick={() => dialSession.ask('skip')}>{text('skip')}</Button>
        <Button onClick={() => dialSession.ask('later')}>{text('callLater')}</Button>
      </div>
      <p class="next-countdown numbers" aria-hidden="true">
        {secondsLeft === undefined ? '' : counted('callingIn', secondsLeft)}
      </p>
      {next && (
        <p class="soft clip next-then" dir="auto">
          {text('sessionThen', next.person.name)}
        </p>
      )}
      {asked === 'skip' && <SkipDialog work={work} onClose={close} />}
      {asked === 'later' && (
        <LaterDialog personId={person.personId} personName={person.name} source={work.source} onClose={close} />
      )}
    </section>
  );
}

/** Any key, press, scroll, or focus elsewhere means that the rep is at something else. */
function useHoldOnAct(hold: () => void): void {
  // With the first frame: the countdown runs by then.
  useLayoutEffect(() => {
    const stop = new AbortController();
    const options = { capture: true, passive: true, signal: stop.signal };
    for (const type of ['keydown', 'pointerdown', 'wheel', 'touchmove', 'input'])
      document.addEventListener(type, hold, options);
    document.addEventListener(
      'focusin',
      ({ target }) => {
        // The card of the one before gives the focus to the next one's: that is nobody's act.
        if (target instanceof Element && !target.closest('.next-call')) hold();
      },
      options,
    );
    document.addEventListener(
      'visibilitychange',
      () => {
        if (document.hidden) hold();
      },
      options,
    );
    return () => stop.abort();
  }, [hold]);
}

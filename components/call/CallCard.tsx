import type { ComponentChildren } from 'preact';
import type { Call } from '@/lib/domain/call/call';
import { text } from '@/lib/text/text';
import { callStateKey, connectedSeconds } from '@/lib/view/call/call-words';
import { useStores } from '@/lib/view/panel/panel-context';
import { withExtension } from '@/lib/view/call/number-words';
import { clockWords, timerWords } from '@/lib/view/core/time-words';
import { Button } from '@/components/ui/Button';
import { CallControls } from './CallControls';
import { CallEnd } from './CallEnd';
import { DeviceChoice } from './DeviceChoice';
import { LineNotice } from './LineNotice';
import './call.css';

/** The call in hand: who, how it stands, and the controls. Its size is the same in every state. */
export function CallCard({ call, children }: { readonly call: Call; readonly children?: ComponentChildren }) {
  const { clock, devices, queue, openPerson } = useStores();
  const seconds = connectedSeconds(call, clock.second.value);
  const there = clockWords(clock.minute.value, call.person.timeZone);
  const line = [call.person.title, call.person.company].filter((part) => part !== '').join(' · ');
  return (
    <section class={`call ${toneOf(call)}`} aria-label={text('callWith', call.person.name)}>
      <div class="call-head">
        <p class="call-state" role="status">
          {text(callStateKey(call))}
        </p>
        {call.line === 'practice' && <span class="call-practice">{text('practiceLine')}</span>}
        <p class="call-timer numbers" role="timer" aria-label={text('callTime')}>
          {seconds === undefined ? '' : timerWords(seconds)}
        </p>
      </div>
      <div class="call-who">
        <h2 class="call-name clip" dir="auto" title={call.person.name}>
          {call.person.name}
        </h2>
        <Button
          look="quiet"
          icon="open"
          label={text('openPersonInSalesloft', call.person.name)}
          onClick={() => openPerson(call.person.personId)}
        />
      </div>
      <p class="soft clip" dir="auto" title={line}>
        {line}
      </p>
      <LineNotice call={call}>
        <span class="numbers">{withExtension(queue.displayOf(call.to), call.extension ?? '')}</span>
        {call.words !== undefined && (
          <span class="clip" dir="auto" title={call.words}>
            {call.words}
          </span>
        )}
        {there !== '' && <span>{text('timeThere', there)}</span>}
      </LineNotice>
      <p class="soft clip" dir="auto" title={call.context}>
        {call.context}
      </p>
      {call.state === 'ended' ? <CallEnd call={call} /> : <CallControls call={call} />}
      {children}
      {call.line !== 'handoff' && <DeviceChoice devices={devices} />}
    </section>
  );
}

function toneOf(call: Call): string {
  if (call.state === 'connected') return call.held || call.notice === 'repairing' ? 'is-held' : 'is-connected';
  return call.state === 'ended' ? 'is-ended' : 'is-ringing';
}

import type { Call } from '@/lib/domain/call';
import { text } from '@/lib/text/text';
import { callStateKey, connectedSeconds } from '@/lib/view/call-words';
import { useStores } from '@/lib/view/context';
import { clockWords, durationWords } from '@/lib/view/words';
import { CallControls } from './CallControls';
import './call.css';

/** The call in hand: who, how it stands, and the controls. Its size is the same in every state. */
export function CallCard({ call }: { readonly call: Call }) {
  const { clock, isPracticeLine } = useStores();
  const seconds = connectedSeconds(call, clock.second.value);
  const there = clockWords(clock.minute.value, call.person.timeZone);
  const line = [call.person.title, call.person.company].filter((part) => part !== '').join(' · ');
  return (
    <section class={`call ${toneOf(call)}`} aria-label={text('callWith', call.person.name)}>
      <div class="call-head">
        <p class="call-state" role="status">
          {text(callStateKey(call))}
        </p>
        <p class="call-timer numbers" role="timer" aria-label={text('callTime')}>
          {seconds === undefined ? '' : durationWords(seconds)}
        </p>
      </div>
      <h2 class="call-name clip" dir="auto" title={call.person.name}>
        {call.person.name}
      </h2>
      <p class="soft clip" dir="auto">
        {line}
      </p>
      <p class="call-facts soft">
        <span class="numbers">{call.to}</span>
        {there !== '' && <span>{text('timeThere', there)}</span>}
        {isPracticeLine.value && <span class="call-practice">{text('practiceLine')}</span>}
      </p>
      <p class="soft clip" dir="auto" title={call.context}>
        {call.context}
      </p>
      {call.failure !== '' && <p class="call-failure">{call.failure}</p>}
      {call.state !== 'ended' && <CallControls call={call} />}
    </section>
  );
}

function toneOf(call: Call): string {
  if (call.state === 'connected') return 'is-connected';
  return call.state === 'ended' ? 'is-ended' : 'is-ringing';
}

import { useSignal } from '@preact/signals';
import { useEffect, useId, useRef } from 'preact/hooks';
import { text } from '@/lib/text/text';
import { dateTimeWords } from '@/lib/view/core/time-words';
import { Button } from '@/components/ui/Button';

/** A log given up is the one thing here that cannot be had back: asked a second time, in place, by name. */
export function DiscardQuestion(props: {
  readonly name: string;
  readonly calledAt: number;
  readonly onDiscard: (why: string) => void;
  readonly onKeep: () => void;
}) {
  const id = useId();
  const why = useSignal('');
  const keep = useRef<HTMLButtonElement>(null);
  useEffect(() => keep.current?.focus(), []);
  return (
    <div
      class="entry-sure"
      role="group"
      aria-labelledby={`${id}-words`}
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return;
        event.stopPropagation();
        props.onKeep();
      }}
    >
      <p id={`${id}-words`} dir="auto">
        {text('discardSure', props.name, dateTimeWords(props.calledAt))}
      </p>
      <label class="entry-why">
        <span class="soft">{text('discardWhy')}</span>
        <input
          class="input"
          dir="auto"
          maxLength={200}
          value={why.value}
          onInput={(event) => {
            why.value = event.currentTarget.value;
          }}
        />
      </label>
      <Button look="stop" onClick={() => props.onDiscard(why.value.trim())}>
        {text('discardForGood')}
      </Button>
      <Button buttonRef={keep} onClick={props.onKeep}>
        {text('keep')}
      </Button>
    </div>
  );
}

import type { Call } from '@/lib/domain/call';
import { text } from '@/lib/text/text';
import { endKey } from '@/lib/view/call-words';
import { durationWords } from '@/lib/view/words';
import { Icon } from '@/components/ui/Icon';

/** How the call ended, in the place of its controls: what is below stays where it is. */
export function CallEnd({ call }: { readonly call: Call }) {
  const words = text(endKey(call));
  const hasTalked = call.connectedAt !== undefined;
  return (
    <div class="call-end">
      <p class="call-end-words">
        <Icon name="hangUp" />
        {hasTalked ? text('endedAfter', words, durationWords(call.durationSeconds)) : words}
      </p>
      {call.failure === '' ? <p class="soft">{text('wrapUpHint')}</p> : <p class="call-failure">{call.failure}</p>}
    </div>
  );
}

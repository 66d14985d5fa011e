import { useSignalEffect } from '@preact/signals';
import { text } from '@/lib/text/text';
import { useStores } from '@/lib/view/panel/panel-context';

/** The one place where results are told to a screen reader, politely and in order. */
export function LiveRegion() {
  const { notices, isOnline } = useStores();
  useSignalEffect(() => {
    const words = text('offlineWords');
    if (!isOnline.value) notices.say(words);
    else if (notices.said.peek() === words) notices.say('');
  });
  return (
    <p class="unseen" role="status">
      {notices.said.value}
    </p>
  );
}

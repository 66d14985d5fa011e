import { useComputed, useSignalEffect } from '@preact/signals';
import { text } from '@/lib/text/text';
import { useStores } from '@/lib/view/context';

/** The one place where results are told to a screen reader, politely and in order. */
export function LiveRegion() {
  const { notices, isOnline, outbox } = useStores();
  const delivered = useComputed(() => {
    const latest = outbox.latest.value;
    if (latest?.state !== 'delivered') return '';
    return latest.disposition === ''
      ? text('loggedCallFor', latest.personName)
      : text('loggedFor', latest.disposition, latest.personName);
  });
  useSignalEffect(() => {
    if (delivered.value !== '') notices.say(delivered.value);
  });
  useSignalEffect(() => {
    if (!isOnline.value) notices.say(text('offlineWords'));
  });
  return (
    <p class="unseen" role="status">
      {notices.said.value}
    </p>
  );
}

import { text } from '@/lib/text/text';
import { useStores } from '@/lib/view/panel/panel-context';
import { Banner } from '@/components/ui/Banner';
import { Button } from '@/components/ui/Button';

/** The call or the session is another window's; here it is only seen, until the rep says otherwise. */
export function OtherWindow() {
  const { lease } = useStores();
  if (!lease.isElsewhere.value) return null;
  return (
    <Banner
      tone="warn"
      icon="phone"
      role="alert"
      actions={
        <>
          <Button onClick={lease.showOther}>{text('showThatWindow')}</Button>
          <Button onClick={() => void lease.takeOver()}>{text('takeOver')}</Button>
        </>
      }
    >
      {text('otherWindow')}
    </Banner>
  );
}

import { text } from '@/lib/text/text';
import { AlertDialog } from '@/components/ui/AlertDialog';
import { Button } from '@/components/ui/Button';

/** Asked when logs still wait: they stay here, and leave only once somebody connects again. */
export function SignOutQuestion(props: { readonly onLeave: () => void; readonly onCancel: () => void }) {
  return (
    <AlertDialog
      title={text('disconnectSalesloft')}
      onCancel={props.onCancel}
      actions={
        <>
          {/* First, so that it has the focus when the question opens. */}
          <Button onClick={props.onCancel}>{text('cancel')}</Button>
          <Button look="stop" onClick={props.onLeave}>
            {text('disconnectAnyway')}
          </Button>
        </>
      }
    >
      <p>{text('disconnectWithLogs')}</p>
    </AlertDialog>
  );
}

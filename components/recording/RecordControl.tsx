import { useSignal } from '@preact/signals';
import type { Call } from '@/lib/domain/call/call';
import { text } from '@/lib/text/text';
import { useStores } from '@/lib/view/panel/panel-context';
import { AlertDialog } from '@/components/ui/AlertDialog';
import { Button } from '@/components/ui/Button';
import './recording.css';

/** Recording on this computer: never before the rep says that the person agrees, and always said in words while it runs. */
export function RecordControl({ call }: { readonly call: Call }) {
  const { dialer, settings } = useStores();
  const isAsking = useSignal(false);
  const close = (): void => {
    isAsking.value = false;
  };
  const words = settings.value?.values['telephony.recordingNotice'] || text('recordNotice');
  const isConnected = call.state === 'connected';
  return (
    <div class="call-recording">
      <span class={`recording-state ${call.recording ?? ''}`} role="status">
        {call.recording === 'on' && text('recordingOn')}
        {call.recording === 'paused' && text('recordingPaused')}
      </span>
      {call.recording === undefined && (
        <Button icon="record" isDisabled={!isConnected} onClick={() => (isAsking.value = true)}>
          {text('record')}
        </Button>
      )}
      {call.recording === 'on' && (
        <Button icon="pause" label={text('pauseRecording')} onClick={() => void dialer.record('paused')}>
          {text('pause')}
        </Button>
      )}
      {call.recording === 'paused' && (
        <Button icon="record" label={text('resumeRecording')} onClick={() => void dialer.record('on')}>
          {text('resume')}
        </Button>
      )}
      {isAsking.value && isConnected && (
        <AlertDialog
          title={text('recordQuestion')}
          onCancel={close}
          actions={
            <>
              <Button
                look="primary"
                onClick={() => {
                  close();
                  void dialer.record('on');
                }}
              >
                {text('theyAgree')}
              </Button>
              <Button isFirstChoice onClick={close}>
                {text('cancel')}
              </Button>
            </>
          }
        >
          <p dir="auto">{words}</p>
        </AlertDialog>
      )}
    </div>
  );
}

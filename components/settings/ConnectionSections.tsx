import { useSignal } from '@preact/signals';
import { errorText } from '@/lib/text/error-text';
import { counted, text } from '@/lib/text/text';
import { useOptions } from '@/lib/view/options-context';
import { AlertDialog } from '@/components/ui/AlertDialog';
import { Banner } from '@/components/ui/Banner';
import { Button } from '@/components/ui/Button';
import { CopyLine } from './CopyLine';

/** Who is connected, and what still waits to be sent. */
export function ConnectionState() {
  const { account, unsent } = useOptions();
  const current = account.account.value;
  const rep = current?.rep;
  const words =
    rep === undefined
      ? text('connectionSignedOut')
      : current?.state === 'expired'
        ? text('connectionExpired')
        : text('connectionSignedIn', rep.name, rep.teamName);
  return (
    <>
      <Banner tone={current?.state === 'signedIn' ? 'good' : 'warn'} icon={current?.state === 'signedIn' ? 'check' : 'alert'}>
        <p dir="auto">{words}</p>
      </Banner>
      {rep && (
        <p class="soft">{unsent.value === 0 ? text('connectionNoUnsent') : counted('connectionUnsent', unsent.value)}</p>
      )}
    </>
  );
}

/** The way in and out; and, before there is a client id, what the admin has to be asked for. */
export function ConnectSalesloft() {
  const { account, notices, redirectUrl, scopes } = useOptions();
  const isAsking = useSignal(false);
  const current = account.account.value;
  const isConnected = current?.rep !== undefined;
  const leave = async (evenWithLogs: boolean): Promise<void> => {
    const outcome = await account.disconnect(evenWithLogs);
    isAsking.value = outcome === 'logs-waiting';
    if (outcome === 'signed-out') notices.say(text('disconnected'));
  };
  return (
    <div class="connect">
      {!account.hasClientId.value && (
        <Banner tone="warn" icon="alert">
          <p class="banner-title">{text('askAdminTitle')}</p>
          <p>{text('askAdminWords')}</p>
        </Banner>
      )}
      <CopyLine label={text('redirectUrl')} value={redirectUrl} />
      <CopyLine label={text('scopesToAsk')} value={scopes.value} />
      {current?.failure && (
        <Banner tone="bad" role="alert">
          {errorText(current.failure.code, current.failure.detail)}
        </Banner>
      )}
      <div class="connect-actions">
        {(!isConnected || current.state === 'expired') && (
          <Button look="primary" isDisabled={current?.state === 'connecting'} onClick={() => void account.connect()}>
            {text(isConnected ? 'reconnectSalesloft' : 'connectSalesloft')}
          </Button>
        )}
        {isConnected && <Button onClick={() => void leave(false)}>{text('disconnectSalesloft')}</Button>}
      </div>
      {isAsking.value && (
        <AlertDialog
          title={text('disconnectSalesloft')}
          onCancel={() => {
            isAsking.value = false;
          }}
          actions={
            <>
              <Button look="stop" onClick={() => void leave(true)}>
                {text('disconnectAnyway')}
              </Button>
              <Button
                onClick={() => {
                  isAsking.value = false;
                }}
              >
                {text('cancel')}
              </Button>
            </>
          }
        >
          <p>{text('disconnectWithLogs')}</p>
        </AlertDialog>
      )}
    </div>
  );
}

import { useSignal } from '@preact/signals';
import type { RepSignIn } from '@/lib/domain/sign-in/rep-sign-in';
import { errorText } from '@/lib/text/error-text';
import { counted, text } from '@/lib/text/text';
import { useOptions } from '@/lib/view/options/options-context';
import { Banner } from '@/components/ui/Banner';
import { Button } from '@/components/ui/Button';
import { CopyLine } from './CopyLine';
import { SignOutQuestion } from '@/components/sign-in/SignOutQuestion';

const SIGNED_OUT: RepSignIn = { state: 'signedOut' };

/** Who is connected, and what still waits to be sent. */
export function ConnectionState() {
  const { signIn, settings, unsent } = useOptions();
  // Nobody who was never connected has an account to publish.
  const current = signIn.current.value ?? (settings.isReady.value ? SIGNED_OUT : undefined);
  if (!current) return <div class="skeleton state-skeleton" />;
  const rep = current.rep;
  const isConnected = current.state === 'signedIn';
  return (
    <>
      <Banner tone={isConnected ? 'good' : 'warn'} icon={isConnected ? 'check' : 'alert'}>
        <p dir="auto">{stateWords(current)}</p>
      </Banner>
      {(rep !== undefined || unsent.value > 0) && (
        <p class="soft">
          {unsent.value === 0 ? text('connectionNoUnsent') : counted('connectionUnsent', unsent.value)}
        </p>
      )}
    </>
  );
}

/** The way in and out; and, before there is a client id, what the admin has to be asked for. */
export function ConnectSalesloft() {
  const { signIn, notices } = useOptions();
  const isAsking = useSignal(false);
  const current = signIn.current.value;
  const isConnected = current?.rep !== undefined;
  const failure = current?.failure ? errorText(current.failure.code, current.failure.detail) : '';
  // A failed sign-in is told by the account already; other trouble only here.
  const trouble = failure === '' ? notices.trouble.value : failure;
  const isConnecting = current?.state === 'connecting';
  const leave = async (evenWithLogs: boolean): Promise<void> => {
    const outcome = await signIn.disconnect(evenWithLogs);
    isAsking.value = outcome === 'logs-waiting';
    if (outcome === 'signed-out') notices.say(text('disconnected'));
  };
  return (
    <div class="connect">
      <WhatToRegister isNeeded={!signIn.hasClientId.value} />
      {trouble !== '' && (
        <Banner tone="bad" role="alert">
          <p dir="auto">{trouble}</p>
        </Banner>
      )}
      <div class="connect-actions">
        {(!isConnected || current.state !== 'signedIn') && (
          <Button look="primary" isDisabled={isConnecting} onClick={() => void signIn.connect()}>
            {text(isConnected ? 'reconnectSalesloft' : 'connectSalesloft')}
          </Button>
        )}
        {isConnected && <Button onClick={() => void leave(false)}>{text('disconnectSalesloft')}</Button>}
        {isConnecting && <p class="soft">{text('connecting')}</p>}
      </div>
      {isAsking.value && (
        <SignOutQuestion
          onLeave={() => void leave(true)}
          onCancel={() => {
            isAsking.value = false;
          }}
        />
      )}
    </div>
  );
}

/** Folded away once there is a client id. */
function WhatToRegister({ isNeeded }: { readonly isNeeded: boolean }) {
  const { redirectUrl, scopes } = useOptions();
  const lines = (
    <>
      <CopyLine label={text('redirectUrl')} value={redirectUrl} />
      <CopyLine label={text('scopesToAsk')} value={scopes.value} />
    </>
  );
  if (!isNeeded) {
    return (
      <details class="register">
        <summary>{text('adminRegisters')}</summary>
        <p class="soft">{text('adminRegistersWords')}</p>
        {lines}
      </details>
    );
  }
  return (
    <>
      <Banner tone="warn" icon="alert">
        <p class="banner-title">{text('askAdminTitle')}</p>
        <p>{text('askAdminWords')}</p>
      </Banner>
      {lines}
    </>
  );
}

function stateWords(signIn: RepSignIn): string {
  const { rep } = signIn;
  if (signIn.state === 'connecting') return text('connecting');
  if (!rep) return text('connectionSignedOut');
  if (signIn.state === 'expired') return text('connectionExpired');
  return rep.teamName === ''
    ? text('connectionSignedInRep', rep.name)
    : text('connectionSignedIn', rep.name, rep.teamName);
}

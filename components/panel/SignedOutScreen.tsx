import { errorText } from '@/lib/text/error-text';
import { counted, text } from '@/lib/text/text';
import { useStores } from '@/lib/view/panel/panel-context';
import { Banner } from '@/components/ui/Banner';
import { Button } from '@/components/ui/Button';
import { StorageBanners } from '@/components/journal/StorageBanners';

export function SignedOutScreen() {
  const { signIn, allowGateway, notices, openSettings, outbox } = useStores();
  const current = signIn.current.value;
  const isConnecting = current?.state === 'connecting';
  const failure = current?.failure;
  return (
    <main class="welcome">
      <img src="/icons/loftline-128.png" alt="" width="72" height="72" />
      <h1>{text('welcomeTitle')}</h1>
      <p class="soft">{text('welcomeWords')}</p>
      <StorageBanners />
      {!signIn.hasClientId.value && (
        <Banner tone="warn" icon="alert" actions={<Button onClick={openSettings}>{text('openSettings')}</Button>}>
          {text('error_client_id_missing')}
        </Banner>
      )}
      {!failure && notices.trouble.value !== '' && (
        <Banner tone="bad" role="alert">
          {notices.trouble.value}
        </Banner>
      )}
      {failure && failure.code !== 'client-id-missing' && (
        <Banner
          tone="bad"
          role="alert"
          actions={
            failure.code === 'gateway-not-allowed' && <Button onClick={allowGateway}>{text('allowGateway')}</Button>
          }
        >
          {errorText(failure.code, failure.detail)}
        </Banner>
      )}
      {outbox.unsent.value > 0 && (
        <Banner tone="plain" icon="lock" role="note">
          {counted('logsWaitSignedOut', outbox.unsent.value)}
        </Banner>
      )}
      <Button look="primary" isBusy={isConnecting} onClick={() => void signIn.connect()}>
        {text('connectSalesloft')}
      </Button>
      {isConnecting && (
        <p class="soft" role="status">
          {text('connecting')}
        </p>
      )}
    </main>
  );
}

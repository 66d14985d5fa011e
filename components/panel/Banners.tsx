import { text } from '@/lib/text/text';
import { useStores } from '@/lib/view/panel/panel-context';
import { Banner } from '@/components/ui/Banner';
import { Button } from '@/components/ui/Button';
import { OtherWindow } from '@/components/lease/OtherWindow';
import { StorageBanners } from '@/components/journal/StorageBanners';

/** What stands in the way or should be known, above everything else. */
export function Banners() {
  const { signIn, microphone, isOnline, notices, shown, openMicrophonePage } = useStores();
  const state = signIn.current.value?.state;
  const trouble = notices.trouble.value;
  return (
    <div class="banners">
      <OtherWindow />
      <StorageBanners />
      {!isOnline.value && (
        <Banner tone="warn" icon="offline">
          {text('offlineWords')}
        </Banner>
      )}
      {(state === 'expired' || state === 'connecting') && (
        <Banner
          tone="warn"
          icon="lock"
          actions={
            <Button isBusy={state === 'connecting'} onClick={() => void signIn.connect()}>
              {text('reconnectSalesloft')}
            </Button>
          }
        >
          {text(state === 'connecting' ? 'connecting' : 'error_sign_in_expired')}
        </Banner>
      )}
      {microphone.value !== 'granted' && (
        <Banner
          tone="warn"
          icon="microphone"
          actions={
            microphone.value !== 'missing' && <Button onClick={openMicrophonePage}>{text('allowMicrophone')}</Button>
          }
        >
          {text(`microphone_${microphone.value}`)}
        </Banner>
      )}
      {shown.isOtherDialerOpen.value && (
        <Banner tone="warn" icon="phone" role="note">
          {text('salesloftDialerOpen')}
        </Banner>
      )}
      {trouble !== '' && (
        <Banner tone="bad" role="alert" actions={<Button onClick={notices.clearTrouble}>{text('close')}</Button>}>
          {trouble}
        </Banner>
      )}
    </div>
  );
}

import type { DeliveryReason } from '@/lib/domain/outbox/delivery';
import type { PanelStores } from '@/lib/view/panel/panel-context';

/** What keeps every log waiting, and the reasons of single logs that it makes needless to repeat. */
export type Pause = {
  readonly kind: 'network' | 'signIn' | 'rateLimit';
  /** ms since the epoch; 0 when nobody knows. */
  readonly until: number;
  readonly codes: readonly DeliveryReason['code'][];
};

export function pauseOf({
  signIn,
  clock,
  isOnline,
  outbox,
}: Pick<PanelStores, 'signIn' | 'clock' | 'isOnline' | 'outbox'>): Pause | undefined {
  if (!isOnline.value) return { kind: 'network', until: 0, codes: ['offline', 'salesloft-unreachable'] };
  if (signIn.current.value?.state !== 'signedIn') {
    return { kind: 'signIn', until: 0, codes: ['not-signed-in', 'sign-in-expired'] };
  }
  const until = outbox.waitUntil.value;
  return until > 0 && until > clock.second.value ? { kind: 'rateLimit', until, codes: ['rate-limited'] } : undefined;
}

import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import type { ReadonlySignal } from '@preact/signals';
import type { SettingsView } from '@/lib/domain/settings/settings-view';
import type { TeamRules } from '@/lib/domain/sign-in/team-rules';
import type { Choices } from '@/lib/view/wrap-up/choices-store';
import type { SignInStore } from '@/lib/view/sign-in/sign-in-store';
import type { Clock } from '@/lib/view/core/clock';
import type { DialSessionStore } from '@/lib/view/dial-session/dial-session-store';
import type { DialerStore } from '@/lib/view/call/dialer-store';
import type { MicrophoneState } from '@/lib/domain/call/microphone-state';
import type { DevicesStore } from '@/lib/view/call/devices-store';
import type { JournalStore } from '@/lib/view/journal/journal-store';
import type { KeysStore } from '@/lib/view/keys/keys-store';
import type { LeaseStore } from '@/lib/view/lease/lease-store';
import type { Notices } from '@/lib/view/core/notices';
import type { OutboxStore } from '@/lib/view/outbox/outbox-store';
import type { QueueStore } from '@/lib/view/queue/queue-store';
import type { RecordingsStore } from '@/lib/view/recording/recordings-store';
import type { ShownStore } from '@/lib/view/queue/shown-store';
import type { StorageStore } from '@/lib/view/journal/storage-store';
import type { WrapUpStore } from '@/lib/view/wrap-up/wrap-up-store';

/** Everything the panel's components may read and call. */
export type PanelStores = {
  readonly signIn: SignInStore;
  readonly queue: QueueStore;
  readonly dialer: DialerStore;
  readonly dialSession: DialSessionStore;
  readonly lease: LeaseStore;
  readonly shown: ShownStore;
  readonly wrapUp: WrapUpStore;
  readonly outbox: OutboxStore;
  readonly journal: JournalStore;
  readonly recordings: RecordingsStore;
  readonly storage: StorageStore;
  readonly notices: Notices;
  readonly teamRules: ReadonlySignal<TeamRules | undefined>;
  /** The team's names as the settings arrange them. */
  readonly choices: ReadonlySignal<Choices>;
  readonly keys: KeysStore;
  readonly devices: DevicesStore;
  readonly microphone: ReadonlySignal<MicrophoneState>;
  /** It listens between the calls of a dial session. */
  readonly isMicrophoneKept: ReadonlySignal<boolean>;
  readonly isOnline: ReadonlySignal<boolean>;
  readonly settings: ReadonlySignal<SettingsView | undefined>;
  readonly isPracticeLine: ReadonlySignal<boolean>;
  readonly clock: Clock;
  readonly openMicrophonePage: () => void;
  /** Asks Chrome for permission to reach the organization's sign-in gateway. */
  readonly allowGateway: () => void;
  readonly openSettings: () => void;
  readonly openPerson: (personId: string) => void;
  /** False when Chrome did not let it be copied. */
  readonly copy: (text: string) => Promise<boolean>;
};

const Context = createContext<PanelStores | undefined>(undefined);

export const StoresProvider = Context.Provider;

export function useStores(): PanelStores {
  const stores = useContext(Context);
  if (!stores) throw new Error('A component was drawn outside the panel.');
  return stores;
}

import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import type { ReadonlySignal } from '@preact/signals';
import type { SignInStore } from '@/lib/view/sign-in/sign-in-store';
import type { KeysStore } from '@/lib/view/keys/keys-store';
import type { Notices } from '@/lib/view/core/notices';
import type { SettingsStore } from '@/lib/view/settings/settings-store';

/** Everything the options page's components may read and call. */
export type OptionsStores = {
  readonly signIn: SignInStore;
  readonly settings: SettingsStore;
  readonly keys: KeysStore;
  readonly notices: Notices;
  readonly unsent: ReadonlySignal<number>;
  /** What the admin registers with Salesloft. */
  readonly redirectUrl: string;
  readonly scopes: ReadonlySignal<string>;
  readonly version: string;
  readonly extensionId: string;
  readonly openMicrophonePage: () => void;
  /** False when Chrome did not let it be copied. */
  readonly copy: (text: string) => Promise<boolean>;
};

const Context = createContext<OptionsStores | undefined>(undefined);

export const OptionsProvider = Context.Provider;

export function useOptions(): OptionsStores {
  const stores = useContext(Context);
  if (!stores) throw new Error('A component was drawn outside the options page.');
  return stores;
}

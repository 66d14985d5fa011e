import { browser } from 'wxt/browser';
import { readKeyPreferences, type KeyPreferences } from '@/lib/domain/keys/key-map';

const KEY = 'keys:1';

/** The rep's own keys on this device; no policy has a say in them. */
export const keyPreferences = {
  read: async (): Promise<KeyPreferences> => readKeyPreferences((await browser.storage.local.get(KEY))[KEY]),
  write: async (wishes: KeyPreferences): Promise<void> => browser.storage.local.set({ [KEY]: wishes }),
  watch: (onChange: (wishes: KeyPreferences) => void): void => {
    browser.storage.local.onChanged.addListener((changes) => {
      const change = changes[KEY];
      if (change) onChange(readKeyPreferences(change.newValue));
    });
  },
};

import { browser } from 'wxt/browser';
import { readWishes, type KeyWishes } from '@/lib/domain/keys/key-map';

const KEY = 'keys:1';

/** The rep's own keys on this device; no policy has a say in them. */
export const keyWishes = {
  read: async (): Promise<KeyWishes> => readWishes((await browser.storage.local.get(KEY))[KEY]),
  write: async (wishes: KeyWishes): Promise<void> => browser.storage.local.set({ [KEY]: wishes }),
  watch: (onChange: (wishes: KeyWishes) => void): void => {
    browser.storage.local.onChanged.addListener((changes) => {
      const change = changes[KEY];
      if (change) onChange(readWishes(change.newValue));
    });
  },
};

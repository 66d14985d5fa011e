import { browser } from 'wxt/browser';

const KEY = 'overlayTabs';

/** The tabs in which the overlay runs. Kept beside the worker, who dies; a tab that is gone drops out when it is told. */
export const overlayTabs = {
  add: async (tabId: number): Promise<void> => {
    const known = await read();
    if (!known.includes(tabId)) await browser.storage.session.set({ [KEY]: [...known, tabId] });
  },
  /** Tells them all; nobody is waited for longer than they take to be found gone. */
  tell: async (message: object): Promise<void> => {
    const known = await read();
    const isThere = await Promise.all(
      known.map((tabId) =>
        browser.tabs.sendMessage(tabId, message).then(
          () => true,
          () => false,
        ),
      ),
    );
    const left = known.filter((_tabId, place) => isThere[place]);
    if (left.length < known.length) await browser.storage.session.set({ [KEY]: left });
  },
};

async function read(): Promise<readonly number[]> {
  const stored: unknown = (await browser.storage.session.get(KEY))[KEY];
  return Array.isArray(stored) ? stored.filter((one) => typeof one === 'number') : [];
}

import { browser } from 'wxt/browser';

type Word = { readonly kind: 'areYouThere' | 'here' | 'show'; readonly surfaceId: string };

export type Surfaces = {
  /** Whether that surface answers in time; one that has crashed or is frozen does not. */
  readonly isThere: (surfaceId: string, patienceMs: number) => Promise<boolean>;
  /** Brings that surface's window to the front. */
  readonly show: (surfaceId: string) => void;
};

/** How the open pages of this profile speak to one another; the worker has no part in it. */
export function joinSurfaces(own: string): Surfaces {
  const channel = new BroadcastChannel('loftline-surfaces');
  const say = (word: Word): void => channel.postMessage(word);
  const heard = new Set<(word: Word) => void>();
  channel.addEventListener('message', ({ data: word }: MessageEvent<Word>) => {
    // By a timer: a frozen page still gets messages, and its timers stand still. Chrome keeps a hidden page's up to 1 s.
    if (word.surfaceId === own && word.kind === 'areYouThere') setTimeout(() => say({ kind: 'here', surfaceId: own }));
    if (word.surfaceId === own && word.kind === 'show') void showThisWindow();
    for (const listener of heard) listener(word);
  });
  return {
    isThere: (surfaceId, patienceMs) =>
      new Promise((resolve) => {
        const done = (isThere: boolean): void => {
          clearTimeout(timer);
          heard.delete(listen);
          resolve(isThere);
        };
        const listen = (word: Word): void => {
          if (word.kind === 'here' && word.surfaceId === surfaceId) done(true);
        };
        const timer = setTimeout(() => done(false), patienceMs);
        heard.add(listen);
        say({ kind: 'areYouThere', surfaceId });
      }),
    show: (surfaceId) => say({ kind: 'show', surfaceId }),
  };
}

async function showThisWindow(): Promise<void> {
  const tab = await browser.tabs.getCurrent();
  if (tab?.id !== undefined) await browser.tabs.update(tab.id, { active: true });
  const { id } = await browser.windows.getCurrent();
  if (id !== undefined) await browser.windows.update(id, { focused: true });
}

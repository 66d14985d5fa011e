import { browser } from 'wxt/browser';

const PHONE_PAGE = 'offscreen.html';

export type OffscreenDocument = ReturnType<typeof createOffscreenDocument>;

/** The offscreen document's life. Only one may exist, and two callers may ask at once: one creation at a time. */
export function createOffscreenDocument() {
  let opening: Promise<void> | undefined;

  const isOpen = async (): Promise<boolean> => {
    const contexts = await browser.runtime.getContexts({ contextTypes: ['OFFSCREEN_DOCUMENT'] });
    return contexts.length > 0;
  };

  const open = async (): Promise<void> => {
    if (await isOpen()) return;
    await browser.offscreen.createDocument({
      url: PHONE_PAGE,
      // Playback alone closes the document after 30 s of silence, which a call on hold has.
      reasons: ['USER_MEDIA', 'WEB_RTC', 'AUDIO_PLAYBACK'],
      justification: 'Carries the sound of the call, which must outlive the side panel.',
    });
  };

  return {
    isOpen,
    ensureOpen: async (): Promise<void> => {
      opening ??= open().finally(() => {
        opening = undefined;
      });
      await opening;
    },
  };
}

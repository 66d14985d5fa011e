import { browser } from 'wxt/browser';
import { defineContentScript } from 'wxt/utils/define-content-script';
import type { OverlayView } from '@/lib/domain/overlay/overlay';
import { sendToWorker } from '@/lib/messaging/client';
import { startOverlay } from '@/lib/overlay/start-overlay';

type Told = { readonly loftline?: unknown; readonly view?: Omit<OverlayView, 'person'> };

/** An extension that is updated or removed under an open page cannot say so: asked this often, it is found out. */
const STILL_THERE_MS = 2_000;

export default defineContentScript({
  matches: ['https://app.salesloft.com/*'],
  runAt: 'document_idle',
  noScriptStartedPostMessage: true,
  main: (context) => {
    context.setInterval(() => undefined, STILL_THERE_MS);
    startOverlay({
      send: sendToWorker,
      signal: context.signal,
      isGone: () => context.isInvalid,
      onTold: (hear) => {
        browser.runtime.onMessage.addListener((message: Told, sender): undefined => {
          if (sender.id === browser.runtime.id && message.loftline === 'overlay' && message.view) hear(message.view);
        });
      },
    });
  },
});

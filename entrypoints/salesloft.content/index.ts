import { browser } from 'wxt/browser';
import { defineContentScript } from 'wxt/utils/define-content-script';
import type { OverlayView } from '@/lib/domain/overlay/overlay';
import { sendToWorker } from '@/lib/messaging/client';
import { startOverlay } from '@/lib/overlay/start-overlay';
import { watchUntilGone } from '@/lib/overlay/until-gone';

type Told = { readonly loftline?: unknown; readonly view?: Omit<OverlayView, 'person'> };

/** WXT's own context is not used: any script of the page can end it by an event. */
export default defineContentScript({
  matches: ['https://app.salesloft.com/*'],
  runAt: 'document_idle',
  noScriptStartedPostMessage: true,
  main: () => {
    startOverlay({
      send: sendToWorker,
      ...watchUntilGone(isThere),
      onTold: (hear) => {
        browser.runtime.onMessage.addListener((message: Told, sender): undefined => {
          if (sender.id === browser.runtime.id && message.loftline === 'overlay' && message.view) hear(message.view);
        });
      },
    });
  },
});

/** Chrome takes the id from a script whose extension is no more. */
function isThere(): boolean {
  return (browser.runtime as { readonly id?: string } | undefined)?.id !== undefined;
}

import { computed } from '@preact/signals';
import { render } from 'preact';
import { browser } from 'wxt/browser';
import { sendToWorker } from '@/lib/messaging/client';
import { openMicrophonePage } from '@/lib/platform/microphone-permission';
import { createSignInStore } from '@/lib/view/sign-in/sign-in-store';
import { keyPreferences } from '@/lib/platform/key-preferences';
import { createKeysStore } from '@/lib/view/keys/keys-store';
import { mirror } from '@/lib/view/core/mirror';
import { createNotices } from '@/lib/view/core/notices';
import { OptionsProvider, type OptionsStores } from '@/lib/view/options/options-context';
import { createSettingsStore } from '@/lib/view/settings/settings-store';
import { OptionsPage } from '@/components/options/OptionsPage';

const notices = createNotices();
const settings = mirror('settings');
const outbox = mirror('outbox');

const stores: OptionsStores = {
  signIn: createSignInStore({ send: sendToWorker, signIn: mirror('signIn'), settings, notices }),
  settings: createSettingsStore({ send: sendToWorker, settings, notices }),
  keys: createKeysStore(keyPreferences),
  notices,
  unsent: computed(() => outbox.value?.unsent ?? 0),
  redirectUrl: `https://${browser.runtime.id}.chromiumapp.org/`,
  scopes: computed(() => settings.value?.values['salesloft.scopes'].join(' ') ?? ''),
  version: browser.runtime.getManifest().version,
  extensionId: browser.runtime.id,
  openMicrophonePage,
  copy: (words) =>
    navigator.clipboard.writeText(words).then(
      () => true,
      () => false,
    ),
};

const root = document.getElementById('app');
if (root) {
  render(
    <OptionsProvider value={stores}>
      <OptionsPage />
    </OptionsProvider>,
    root,
  );
}
// A sleeping worker publishes the settings when it starts, and a message starts it.
// What comes of the queue is the panel's to tell.
sendToWorker('queue.read', { why: 'opened' }).catch(() => undefined);

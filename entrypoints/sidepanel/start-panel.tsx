import { computed, signal, type ReadonlySignal } from '@preact/signals';
import { render } from 'preact';
import { v7 } from 'uuid';
import { browser } from 'wxt/browser';
import { sendToWorker } from '@/lib/messaging/client';
import { openMicrophonePage, watchMicrophone } from '@/lib/platform/microphone-permission';
import { askToReach } from '@/lib/platform/permissions';
import { joinSurfaces } from '@/lib/platform/surfaces';
import { followMicrophoneLight } from '@/lib/platform/microphone-light';
import { keptRecordings } from '@/lib/platform/kept-recordings';
import { saveFile } from '@/lib/platform/save-file';
import { afterFrame } from '@/lib/view/core/after-frame';
import { announceDeliveries } from '@/lib/view/outbox/announce-deliveries';
import { createSignInStore } from '@/lib/view/sign-in/sign-in-store';
import { createChoices } from '@/lib/view/wrap-up/choices-store';
import { createClock } from '@/lib/view/core/clock';
import { StoresProvider, type PanelStores } from '@/lib/view/panel/panel-context';
import { createDialSessionStore } from '@/lib/view/dial-session/dial-session-store';
import { createDialerStore } from '@/lib/view/call/dialer-store';
import { handOffLink } from '@/lib/domain/call/line-config';
import type { MicrophoneState } from '@/lib/domain/call/microphone-state';
import { createJournalStore } from '@/lib/view/journal/journal-store';
import { createLeaseStore } from '@/lib/view/lease/lease-store';
import { mirror } from '@/lib/view/core/mirror';
import { readSnapshot } from '@/lib/storage/snapshots/snapshots';
import { keyPreferences } from '@/lib/platform/key-preferences';
import { devicePreferences, watchDevices } from '@/lib/platform/device-preferences';
import { createDevicesStore } from '@/lib/view/call/devices-store';
import { createKeysStore } from '@/lib/view/keys/keys-store';
import { createNotices } from '@/lib/view/core/notices';
import { createOutboxStore } from '@/lib/view/outbox/outbox-store';
import { followQuestions } from '@/lib/view/guards/follow-questions';
import { createQueueStore } from '@/lib/view/queue/queue-store';
import { sendAgainWhenLost } from '@/lib/view/core/send-again';
import { createRecordingsStore } from '@/lib/view/recording/recordings-store';
import { createShownStore } from '@/lib/view/queue/shown-store';
import { createStorageStore } from '@/lib/view/journal/storage-store';
import { createWrapUpStore } from '@/lib/view/wrap-up/wrap-up-store';
import { text } from '@/lib/text/text';
import { App } from './App';

/** Puts the panel together and draws it: at once when what it shows is known, else when the worker has looked. */
export async function startPanel(): Promise<void> {
  const notices = createNotices();
  const calls = mirror('call');
  const sessions = mirror('dialSession');
  const surfaceId = v7();
  const lease = createLeaseStore({
    send: sendToWorker,
    lease: mirror('lease'),
    calls,
    sessions,
    surfaces: joinSurfaces(surfaceId),
    surfaceId,
  });
  const send = sendAgainWhenLost(lease.send);
  const settings = mirror('settings');
  const microphone = signal<MicrophoneState>('granted');
  const isOnline = signal(navigator.onLine);
  const isMicrophoneKept = signal(false);

  const queue = createQueueStore({ send, queue: mirror('queue'), notices });
  const storage = createStorageStore({ send, storage: mirror('storage'), notices, saveFile, now: Date.now });
  const wrapUp = createWrapUpStore({
    send,
    calls,
    notices,
    onSaved: () => notices.say(text(storage.isTroubled.value ? 'logKept' : 'logSaved')),
  });

  const outbox = mirror('outbox');
  const teamRules = mirror('teamRules');
  // Read last, so that what the screen shows is there when it is known whose it is.
  const signIn = createSignInStore({ send, signIn: mirror('signIn'), settings, notices });

  const handoff = computed(() => {
    const values = settings.value?.values;
    return values?.['telephony.provider'] === 'handoff' ? values['telephony.handoff'] : undefined;
  });
  const neededMicrophone = computed(() => (handoff.value ? 'granted' : microphone.value));
  const dialer = createDialerStore({
    send,
    calls,
    microphone: neededMicrophone,
    handOff: (to, extension) => {
      if (handoff.value) openLink(handOffLink({ kind: 'handoff', ...handoff.value }, to, extension));
    },
    openMicrophonePage,
    notices,
    newId: v7,
  });
  const dialSession = createDialSessionStore({
    send,
    sessions,
    queue,
    dialer,
    settings,
    notices,
    isElsewhere: lease.isElsewhere,
    now: Date.now,
  });
  followQuestions(mirror('question'), dialer, dialSession.showSummary);
  const stores: PanelStores = {
    signIn,
    queue,
    wrapUp,
    dialer,
    dialSession,
    lease,
    shown: createShownStore({ snapshot: mirror('shown'), windowId: ownWindow(), queue }),
    outbox: createOutboxStore({ send, outbox, notices }),
    storage,
    journal: createJournalStore({ send, notices, now: Date.now }),
    isMicrophoneKept,
    recordings: createRecordingsStore({
      files: keptRecordings,
      saveFile,
      owner: () => signIn.rep.peek()?.guid,
      notices,
    }),
    notices,
    teamRules,
    keys: createKeysStore(keyPreferences),
    devices: createDevicesStore({
      ...devicePreferences,
      send,
      watchDevices,
      notices,
      isInCall: () => dialer.call.peek() !== undefined,
    }),
    choices: createChoices(teamRules, settings),
    microphone: neededMicrophone,
    isOnline,
    settings,
    isPracticeLine: computed(() => settings.value?.values['telephony.provider'] === 'practice'),
    clock: createClock(),
    openMicrophonePage,
    allowGateway: () => {
      const tokenUrl = settings.value?.values['salesloft.tokenUrl'];
      if (tokenUrl !== undefined) void askToReach(tokenUrl);
    },
    openSettings: () => void browser.runtime.openOptionsPage(),
    openPerson: (personId) =>
      void browser.tabs.create({ url: `https://app.salesloft.com/app/people/${encodeURIComponent(personId)}` }),
    copy: (words) =>
      navigator.clipboard.writeText(words).then(
        () => true,
        () => false,
      ),
  };

  announceDeliveries(
    computed(() => outbox.value?.entries),
    notices.say,
  );
  followMicrophoneLight((isOpen) => {
    isMicrophoneKept.value = isOpen;
  });
  watchMicrophone((state) => {
    microphone.value = state;
  });
  addEventListener('offline', () => {
    isOnline.value = false;
  });
  addEventListener('online', () => {
    isOnline.value = true;
    void queue.read('opened');
  });
  addEventListener('pagehide', () => {
    wrapUp.flush();
    lease.release();
  });
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState === 'visible') void queue.read('opened');
    else wrapUp.flush();
  });

  // The worker may be asleep: asking it to look wakes it, and it publishes whatever is missing.
  const wakeWorker = () => queue.read('opened');
  const whose = await readSnapshot('signIn');
  if (whose && queue.queue.value) {
    draw(stores);
    // A worker that starts would take its time from this frame.
    afterFrame(() => void wakeWorker());
    return;
  }
  const woken = wakeWorker();
  // Until it is known whether somebody is signed in, the page's own skeleton stays.
  if (!whose) await woken;
  draw(stores);
}

/** As a press on the link would: Chrome asks once, and then opens the softphone. */
function openLink(href: string): void {
  const link = document.createElement('a');
  link.href = href;
  link.click();
}

/** A panel stays in the window it was opened in. */
function ownWindow(): ReadonlySignal<number | undefined> {
  const windowId = signal<number | undefined>(undefined);
  void browser.windows.getCurrent().then(({ id }) => {
    windowId.value = id;
  });
  return windowId;
}

function draw(stores: PanelStores): void {
  const root = document.getElementById('app');
  if (!root) return;
  root.replaceChildren();
  render(
    <StoresProvider value={stores}>
      <App />
    </StoresProvider>,
    root,
  );
}

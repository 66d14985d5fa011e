import { signal } from '@preact/signals';
import { render } from 'preact';
import type { MicrophoneState } from '@/lib/domain/call/microphone-state';
import { askForMicrophone } from '@/lib/platform/microphone-test';
import { openMicrophoneSettings, readMicrophone, watchMicrophone } from '@/lib/platform/microphone-permission';
import { MicrophonePage, type AskState } from '@/components/microphone/MicrophonePage';

const state = signal<AskState>('prompt');
const level = signal(0);
let isMeasuring = false;

async function ask(): Promise<void> {
  state.value = 'asking';
  const outcome = await askForMicrophone({
    onLevel: (loudness) => {
      level.value = loudness;
    },
    onEnded: () => {
      isMeasuring = false;
      void readMicrophone().then(show);
    },
  });
  isMeasuring = outcome === 'granted';
  state.value = outcome;
}

/** The grant may be given or taken elsewhere, in Chrome's settings or by the organization; microphones come and go. */
function show(permission: MicrophoneState): void {
  if (state.value === 'asking') return;
  if (permission !== 'granted') {
    state.value = permission;
    return;
  }
  if (isMeasuring) state.value = 'granted';
  else void ask();
}

watchMicrophone(show);

const root = document.getElementById('app');
if (root) {
  render(
    <MicrophonePage
      state={state}
      level={level}
      onAsk={() => void ask()}
      onOpenSettings={openMicrophoneSettings}
      onClose={() => window.close()}
    />,
    root,
  );
}

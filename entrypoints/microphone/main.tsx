import { signal } from '@preact/signals';
import { render } from 'preact';
import { askForMicrophone } from '@/lib/platform/microphone-test';
import { watchMicrophone } from '@/lib/platform/microphone-permission';
import { MicrophonePage, type AskState } from '@/components/microphone/MicrophonePage';

const state = signal<AskState>('prompt');
const level = signal(0);
let isMeasuring = false;

async function ask(): Promise<void> {
  state.value = 'asking';
  state.value = await askForMicrophone((loudness) => {
    level.value = loudness;
  });
  isMeasuring = state.value === 'granted';
}

// The grant may be given or taken elsewhere: in Chrome's settings, or by the organisation.
watchMicrophone((permission) => {
  if (state.value === 'asking') return;
  if (permission !== 'granted') state.value = permission;
  else if (!isMeasuring) void ask();
});

const root = document.getElementById('app');
if (root) {
  render(<MicrophonePage state={state} level={level} onAsk={() => void ask()} onClose={() => window.close()} />, root);
}

import type { ReadonlySignal } from '@preact/signals';
import { text, type MessageKey } from '@/lib/text/text';
import { Banner } from '@/components/ui/Banner';
import { Button } from '@/components/ui/Button';

/** `asking` while Chrome shows its question; `busy` when another program holds the microphone. */
export type AskState = 'prompt' | 'asking' | 'granted' | 'denied' | 'missing' | 'busy';

const WORDS: Readonly<Record<AskState, MessageKey>> = {
  prompt: 'micPagePrompt',
  asking: 'micPageAsking',
  granted: 'micPageGranted',
  denied: 'micPageDenied',
  missing: 'micPageMissing',
  busy: 'micPageBusy',
};

export function MicrophonePage(props: {
  readonly state: ReadonlySignal<AskState>;
  /** 0 to 1: how loud the microphone is. */
  readonly level: ReadonlySignal<number>;
  readonly onAsk: () => void;
  readonly onClose: () => void;
}) {
  const state = props.state.value;
  return (
    <div class="microphone-page">
      <main class="microphone-card">
        <img src="/icons/loftline-48.png" alt="" width="48" height="48" />
        <h1>{text('micPageTitle')}</h1>
        <p>{text('micPageWhy')}</p>
        <div role="status">
          <Banner
            tone={state === 'granted' ? 'good' : state === 'prompt' || state === 'asking' ? 'plain' : 'bad'}
            icon={state === 'granted' ? 'check' : 'microphone'}
          >
            {text(WORDS[state])}
          </Banner>
        </div>
        {state === 'granted' ? (
          <>
            <label>
              {text('micPageLevel')}
              <meter class="level" min="0" max="1" value={props.level.value} />
            </label>
            <Button look="primary" onClick={props.onClose}>
              {text('micPageClose')}
            </Button>
          </>
        ) : (
          <Button look="primary" icon="microphone" isDisabled={state === 'asking'} onClick={props.onAsk}>
            {text(state === 'prompt' || state === 'asking' ? 'allowMicrophone' : 'micPageAgain')}
          </Button>
        )}
      </main>
    </div>
  );
}

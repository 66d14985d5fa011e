import type { ReadonlySignal } from '@preact/signals';
import { text, type MessageKey } from '@/lib/text/text';
import { Banner } from '@/components/ui/Banner';
import { Button } from '@/components/ui/Button';

/**
 * `asking` while Chrome shows its question, `dismissed` when it was closed unanswered; `busy` when another program
 * holds the microphone, `blockedBySystem` when the computer keeps it from Chrome.
 */
export type AskState =
  'prompt' | 'asking' | 'dismissed' | 'granted' | 'denied' | 'blockedBySystem' | 'missing' | 'busy';

const WORDS: Readonly<Record<AskState, MessageKey>> = {
  prompt: 'micPagePrompt',
  asking: 'micPageAsking',
  dismissed: 'micPageDismissed',
  granted: 'micPageGranted',
  denied: 'micPageDenied',
  blockedBySystem: 'micPageBlockedBySystem',
  missing: 'micPageMissing',
  busy: 'micPageBusy',
};

/** Nothing is wrong yet: Chrome's question is still to come or to be answered. */
const OPEN: readonly AskState[] = ['prompt', 'asking', 'dismissed'];

export function MicrophonePage(props: {
  readonly state: ReadonlySignal<AskState>;
  /** 0 to 1: how loud the microphone is. */
  readonly level: ReadonlySignal<number>;
  readonly onAsk: () => void;
  readonly onOpenSettings: () => void;
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
            tone={state === 'granted' ? 'good' : OPEN.includes(state) ? 'plain' : 'bad'}
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
          <>
            {state === 'denied' && (
              <>
                <p class="soft">{text('micPageDeniedMore')}</p>
                <Button look="primary" onClick={props.onOpenSettings}>
                  {text('micPageOpenSettings')}
                </Button>
              </>
            )}
            <Button
              look={state === 'denied' ? 'plain' : 'primary'}
              icon="microphone"
              isDisabled={state === 'asking'}
              onClick={props.onAsk}
            >
              {text(OPEN.includes(state) ? 'allowMicrophone' : 'micPageAgain')}
            </Button>
          </>
        )}
      </main>
    </div>
  );
}

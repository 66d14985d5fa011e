import { computed, signal, type ReadonlySignal } from '@preact/signals';
import { DialerError } from '@/lib/domain/core/errors';
import type { SettingsView } from '@/lib/domain/settings/settings-view';
import type { Settings } from '@/lib/domain/settings/values';
import type { sendToWorker } from '@/lib/messaging/client';
import { errorText } from '@/lib/text/error-text';
import { problemText } from '@/lib/text/problem-text';
import { text } from '@/lib/text/text';
import type { Notices } from '@/lib/view/core/notices';

export type SettingsStore = ReturnType<typeof createSettingsStore>;

/** A value that was typed and not saved. It stays in its input until it is good, so that it can be corrected. */
export type Refusal = {
  readonly value: unknown;
  /** What is wrong with it, in words. */
  readonly words: string;
  /** Where inside it: names of fields, numbers of entries from 1; empty when it is the whole value. */
  readonly wrongAt: readonly string[];
};

type Refusals = Readonly<Record<string, Refusal>>;

/** The effective settings as pages may see them, and the way to change one. */
export function createSettingsStore(deps: {
  readonly send: typeof sendToWorker;
  readonly settings: ReadonlySignal<SettingsView | undefined>;
  readonly notices: Notices;
}) {
  const refused = signal<Refusals>({});

  /** Forgets what was typed; the saved value stands in the input again. */
  const drop = (key: string): void => {
    const { [key]: _good, ...others } = refused.value;
    refused.value = others;
  };

  const refuse = (key: string, value: unknown, words: string, wrongAt: readonly string[] = []): void => {
    refused.value = { ...refused.value, [key]: { value, words, wrongAt } };
  };

  /** Trouble is told beside the setting it befell: the page is long. */
  const change = async (key: string, value: unknown, ask: () => Promise<boolean>): Promise<void> => {
    deps.notices.say('');
    try {
      if (!(await askTwice(ask))) return;
      drop(key);
      deps.notices.say(text('saved'));
    } catch (error) {
      if (!(error instanceof DialerError)) throw error;
      refuse(key, value, errorText(error.code, error.detail));
    }
  };

  return {
    view: deps.settings,
    isReady: computed(() => deps.settings.value !== undefined),
    refused,
    drop,

    save: (key: keyof Settings, value: unknown): Promise<void> =>
      change(key, value, async () => {
        const reply = await deps.send('settings.save', { key, value });
        if (reply.kind === 'saved') return true;
        if (reply.kind === 'locked') refuse(key, value, text('error_setting_locked'));
        else refuse(key, value, problemText(reply.problem, reply.parts), placeOf(reply.problem, reply.parts));
        return false;
      }),

    reset: (key: keyof Settings): Promise<void> =>
      change(key, deps.settings.value?.values[key], async () => {
        await deps.send('settings.reset', { key });
        return true;
      }),
  };
}

/** Saving twice is the same as once, so a lost answer is asked for again: the worker was stopped in between. */
async function askTwice<Result>(ask: () => Promise<Result>): Promise<Result> {
  try {
    return await ask();
  } catch (error) {
    if (error instanceof DialerError && error.code === 'answer-lost') return ask();
    throw error;
  }
}

/** Where inside a value a problem is; see Refusal. */
export function placeOf(problem: string, parts: readonly string[]): readonly string[] {
  if (problem !== 'problemInField' && problem !== 'problemInEntry') return [];
  const [place = '', inner = '', ...rest] = parts;
  return [place, ...placeOf(inner, rest)];
}

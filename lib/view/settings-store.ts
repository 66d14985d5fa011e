import { computed, signal, type ReadonlySignal } from '@preact/signals';
import type { SettingsView } from '@/lib/domain/settings-view';
import type { sendToWorker } from '@/lib/messaging/client';
import { problemText } from '@/lib/text/problem-text';
import { text } from '@/lib/text/text';
import type { Notices } from './notices';

export type SettingsStore = ReturnType<typeof createSettingsStore>;

/** The effective settings as pages may see them, and the way to change one. */
export function createSettingsStore(deps: {
  readonly send: typeof sendToWorker;
  readonly settings: ReadonlySignal<SettingsView | undefined>;
  readonly notices: Notices;
}) {
  /** What is wrong with a value just typed, by key; it was not saved. */
  const refused = signal<Readonly<Record<string, string>>>({});

  const note = (key: string, words: string): void => {
    const { [key]: _before, ...others } = refused.value;
    refused.value = words === '' ? others : { ...others, [key]: words };
  };

  return {
    view: deps.settings,
    isReady: computed(() => deps.settings.value !== undefined),
    refused,
    save: (key: string, value: unknown): Promise<void> =>
      deps.notices.run(async () => {
        const reply = await deps.send('settings.save', { key, value });
        if (reply.kind === 'locked') return note(key, text('error_setting_locked'));
        if (reply.kind === 'invalid') return note(key, problemText(reply.problem, reply.parts));
        note(key, '');
        deps.notices.say(text('saved'));
      }),
    reset: (key: string): Promise<void> =>
      deps.notices.run(async () => {
        await deps.send('settings.reset', { key });
        note(key, '');
        deps.notices.say(text('saved'));
      }),
  };
}

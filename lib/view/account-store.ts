import { computed, type ReadonlySignal } from '@preact/signals';
import type { Account } from '@/lib/domain/account';
import type { sendToWorker } from '@/lib/messaging/client';
import type { SettingsView } from '@/lib/domain/settings-view';
import { text } from '@/lib/text/text';
import type { Notices } from './notices';

export type AccountStore = ReturnType<typeof createAccountStore>;

/** Who is signed in, and the way in and out. */
export function createAccountStore(deps: {
  readonly send: typeof sendToWorker;
  readonly account: ReadonlySignal<Account | undefined>;
  readonly settings: ReadonlySignal<SettingsView | undefined>;
  readonly notices: Notices;
}) {
  return {
    account: deps.account,
    rep: computed(() => deps.account.value?.rep),
    hasClientId: computed(() => {
      const values = deps.settings.value?.values;
      return values === undefined || values['salesloft.clientId'] !== '';
    }),
    connect: (): Promise<void> =>
      deps.notices.run(async () => {
        const { rep } = await deps.send('account.connect', {});
        if (rep) deps.notices.say(text('connectedAs', rep.name, rep.teamName));
      }),
    disconnect: async (evenWithLogsWaiting: boolean): Promise<'signed-out' | 'logs-waiting' | undefined> => {
      let outcome: 'signed-out' | 'logs-waiting' | undefined;
      await deps.notices.run(async () => {
        outcome = await deps.send('account.disconnect', { evenWithLogsWaiting });
      });
      return outcome;
    },
  };
}

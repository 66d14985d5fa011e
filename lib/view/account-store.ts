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
    connect: async (): Promise<void> => {
      const connected = await deps.notices.run(() => deps.send('account.connect', {}));
      const rep = connected?.rep;
      if (rep) deps.notices.say(rep.teamName === '' ? text('connectedAsRep', rep.name) : text('connectedAs', rep.name, rep.teamName));
    },
    disconnect: (evenWithLogsWaiting: boolean) =>
      deps.notices.run(() => deps.send('account.disconnect', { evenWithLogsWaiting })),
  };
}

import { computed, effect, type ReadonlySignal } from '@preact/signals';
import type { RepSignIn, Rep } from '@/lib/domain/sign-in/rep-sign-in';
import type { sendToWorker } from '@/lib/messaging/client';
import type { SettingsView } from '@/lib/domain/settings/settings-view';
import { text } from '@/lib/text/text';
import type { Notices } from '@/lib/view/core/notices';

export type SignInStore = ReturnType<typeof createSignInStore>;

/** Who is signed in, and the way in and out. */
export function createSignInStore(deps: {
  readonly send: typeof sendToWorker;
  readonly signIn: ReadonlySignal<RepSignIn | undefined>;
  readonly settings: ReadonlySignal<SettingsView | undefined>;
  readonly notices: Notices;
}) {
  let before: RepSignIn | undefined;
  // By the snapshot and not by the answer, which is lost when Chrome stops the worker behind a long sign-in.
  effect(() => {
    const now = deps.signIn.value;
    if (before && before.state !== 'signedIn' && now?.state === 'signedIn' && now.rep && !now.failure) {
      deps.notices.say(connectedWords(now.rep));
    }
    before = now;
  });

  return {
    current: deps.signIn,
    rep: computed(() => deps.signIn.value?.rep),
    hasClientId: computed(() => {
      const values = deps.settings.value?.values;
      return values === undefined || values['salesloft.clientId'] !== '';
    }),
    connect: async (): Promise<void> => {
      await deps.notices.run(() => deps.send('signIn.connect', {}));
    },
    disconnect: (evenWithLogsWaiting: boolean) =>
      deps.notices.run(() => deps.send('signIn.disconnect', { evenWithLogsWaiting })),
  };
}

function connectedWords(rep: Rep): string {
  return rep.teamName === '' ? text('connectedAsRep', rep.name) : text('connectedAs', rep.name, rep.teamName);
}

import type { RepSignIn } from '@/lib/domain/sign-in/rep-sign-in';
import type { DueWork } from '@/lib/domain/queue/due-work';
import { readSnapshot } from '@/lib/storage/snapshots/snapshots';

/** What is known without asking Salesloft: the last that was published. */
export const readSignIn = async (): Promise<RepSignIn> => (await readSnapshot('signIn')) ?? { state: 'signedOut' };

export const readQueueView = () => readSnapshot('queue');

export const readRows = async (): Promise<readonly DueWork[]> => (await readQueueView())?.rows ?? [];

/** Who may be called: those on the list, and whom a Salesloft tab shows. */
export const readCallable = async (): Promise<readonly DueWork[]> => {
  const [rows, shown] = await Promise.all([readRows(), readSnapshot('shown')]);
  return [...rows, ...Object.values(shown?.people ?? {}).map(({ work }) => work)];
};

/** Only rules already known: neither a call nor a log is kept waiting for Salesloft. */
export const readKnownRules = () => readSnapshot('teamRules');

import { demandedBy, withDemands, type CrmDemands } from '@/lib/domain/sign-in/crm-demands';
import type { Outbox } from '@/lib/services/outbox/outbox-port';
import { createRemoveFromQueue } from '@/lib/services/queue/remove-from-queue';
import { createReadQueue } from '@/lib/services/queue/read-queue';
import { createReadTeamRules } from '@/lib/services/sign-in/read-team-rules';
import type { PublishSnapshot } from '@/lib/storage/snapshots/publish-snapshots';
import { readSignIn, readKnownRules, readQueueView } from './published-state';
import type { MetaStore } from '@/lib/storage/stores/stored-meta';
import type { assembleSalesloft } from './sign-in';

export type QueueSideDeps = {
  readonly salesloft: Pick<ReturnType<typeof assembleSalesloft>, 'queueSource' | 'readTeamRules'>;
  readonly storage: { readonly meta: Pick<MetaStore, 'read' | 'write'>; readonly outbox: Pick<Outbox, 'heldKeys'> };
  readonly publish: PublishSnapshot;
  readonly mayRead: () => boolean;
  readonly now: () => number;
};

const DEMANDS = 'crm-demands';

const readTenant = async (): Promise<string> => (await readSignIn()).rep?.teamId ?? '';

/** The list of who is to be called, and the team's rules. */
export function assembleQueue({ salesloft, storage, publish, mayRead, now }: QueueSideDeps) {
  const { meta, outbox } = storage;
  return {
    teamRules: createReadTeamRules({
      read: salesloft.readTeamRules,
      readKnown: readKnownRules,
      publish: (rules) => publish('teamRules', rules),
      readDemanded: async () => demandedBy(await meta.read<CrmDemands>(DEMANDS), await readTenant(), now()),
      addDemanded: async (names) =>
        meta.write(DEMANDS, withDemands(await meta.read<CrmDemands>(DEMANDS), await readTenant(), names, now())),
    }),
    readQueue: createReadQueue({
      source: salesloft.queueSource,
      readSignIn,
      readView: readQueueView,
      publish: (view) => publish('queue', view),
      doneAmong: outbox.heldKeys,
      mayRead,
      now,
    }),
    removeFromQueue: createRemoveFromQueue({ readView: readQueueView, publish: (view) => publish('queue', view) }),
  };
}

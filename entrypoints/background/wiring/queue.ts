import { demandedBy, withDemands, type CrmDemands } from '@/lib/domain/sign-in/crm-demands';
import type { Outbox } from '@/lib/services/outbox/outbox-port';
import { createRemoveFromQueue } from '@/lib/services/queue/remove-from-queue';
import { createReadQueue } from '@/lib/services/queue/read-queue';
import { detach } from '@/lib/platform/bug-log';
import { createReadTeamRules } from '@/lib/services/sign-in/read-team-rules';
import type { WorkerContext } from './context';
import { readSignIn, readKnownRules, readQueueView } from './published-state';
import type { MetaStore } from '@/lib/storage/stores/stored-meta';
import type { assembleSalesloft } from './sign-in';

export type QueueSideDeps = Pick<WorkerContext, 'events' | 'publish' | 'now'> & {
  readonly salesloft: Pick<ReturnType<typeof assembleSalesloft>, 'queueSource' | 'readTeamRules'>;
  readonly storage: { readonly meta: Pick<MetaStore, 'read' | 'write'>; readonly outbox: Pick<Outbox, 'heldKeys'> };
  readonly mayRead: () => boolean;
};

const DEMANDS = 'crm-demands';

const readTenant = async (): Promise<string> => (await readSignIn()).rep?.teamId ?? '';

/** The list of who is to be called, and the team's rules. */
export function assembleQueue({ events, salesloft, storage, publish, mayRead, now }: QueueSideDeps) {
  const { meta, outbox } = storage;
  const teamRules = createReadTeamRules({
    read: salesloft.readTeamRules,
    readKnown: readKnownRules,
    publish: (rules) => publish('teamRules', rules),
    readDemanded: async () => demandedBy(await meta.read<CrmDemands>(DEMANDS), await readTenant(), now()),
    addDemanded: async (names) =>
      meta.write(DEMANDS, withDemands(await meta.read<CrmDemands>(DEMANDS), await readTenant(), names, now())),
  });
  const readQueue = createReadQueue({
    source: salesloft.queueSource,
    readSignIn,
    readView: readQueueView,
    publish: (view) => publish('queue', view),
    doneAmong: outbox.heldKeys,
    mayRead,
    now,
  });
  events.on('readAgain', () => {
    detach('team rules', teamRules.again);
    detach('queue', () => readQueue('asked'));
  });
  return {
    teamRules,
    readQueue,
    removeFromQueue: createRemoveFromQueue({ readView: readQueueView, publish: (view) => publish('queue', view) }),
  };
}

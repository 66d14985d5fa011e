import type { Outbox } from '@/lib/services/outbox/outbox-port';
import { createRemoveFromQueue } from '@/lib/services/queue/remove-from-queue';
import { createReadQueue } from '@/lib/services/queue/read-queue';
import { createReadTeamRules } from '@/lib/services/sign-in/read-team-rules';
import type { PublishSnapshot } from '@/lib/storage/snapshots/publish-snapshots';
import { readSignIn, readKnownRules, readQueueView } from './published-state';
import type { assembleSalesloft } from './sign-in';

export type QueueSideDeps = {
  readonly salesloft: Pick<ReturnType<typeof assembleSalesloft>, 'queueSource' | 'readTeamRules'>;
  readonly outbox: Pick<Outbox, 'heldKeys'>;
  readonly publish: PublishSnapshot;
  readonly mayRead: () => boolean;
  readonly now: () => number;
};

/** The list of who is to be called, and the team's rules. */
export function assembleQueue({ salesloft, outbox, publish, mayRead, now }: QueueSideDeps) {
  return {
    teamRules: createReadTeamRules({
      read: salesloft.readTeamRules,
      readKnown: readKnownRules,
      publish: (rules) => publish('teamRules', rules),
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

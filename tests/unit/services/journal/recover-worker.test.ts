import { expect, it } from 'vitest';
import { DialerError } from '@/lib/domain/core/errors';
import { createRecoverWorker } from '@/lib/services/journal/recover-worker';
import { aCall } from '@/tests/support/builders/builders';
import { createFakePhonePort } from '@/tests/support/fakes/fake-phone-port';
import { createMemoryRecords } from '@/tests/support/fakes/memory-records';

const START = 1_020_000;

async function setUp({ isHealthy = true, isSameRun = false, release = () => Promise.resolve() } = {}) {
  const records = createMemoryRecords();
  await records.open(aCall({ state: 'connected', connectedAt: 1_005_000 }));
  const seen: string[] = [];
  const note = (what: string) => () => Promise.resolve(void seen.push(what));
  const disk = { isHealthy, reads: isHealthy };
  const recovery = createRecoverWorker({
    call: {
      records: { ...records, listOpen: async () => (disk.reads ? records.listOpen() : []) },
      phone: createFakePhonePort(),
      publishCalls: note('calls'),
      now: () => START,
    },
    hasPublished: () => Promise.resolve(isSameRun),
    storage: {
      isHealthy: () => disk.isHealthy,
      restore: note('restored'),
      publishAgain: note('storage'),
      lookAtAllRows: note('all rows'),
    },
    delivery: { releaseStaleClaims: release, publishOutbox: note('outbox') },
    startFlush: () => void seen.push('flush'),
    publishSettings: note('settings'),
    readAgain: note('read again'),
    resumeSignIn: note('sign-in'),
  });
  const heal = () => {
    Object.assign(disk, { isHealthy: true, reads: true });
    return recovery.whenHealthy();
  };
  return { recovery, heal, seen, callState: () => records.all()[0]?.call.state };
}

it('ends a call that an earlier browser run has left', async () => {
  const { recovery, callState } = await setUp();
  await recovery.atStart();
  expect(callState()).toBe('ended');
});

it('starts although the disk refuses, and ends the earlier call when it can be read', async () => {
  const release = () => Promise.reject(new DialerError('storage-failed'));
  const refusing = await setUp({ isHealthy: false, release });
  await refusing.recovery.atStart();
  expect(refusing.callState()).toBe('connected');

  const healing = await setUp({ isHealthy: false });
  await healing.recovery.atStart();
  await healing.heal();
  expect(healing.callState()).toBe('ended');
  expect(healing.seen.at(-1)).toBe('flush');
});

it('passes on what is no trouble of the disk', async () => {
  const { recovery } = await setUp({ release: () => Promise.reject(new Error('a bug')) });
  await expect(recovery.atStart()).rejects.toThrow('a bug');
});

it('looks at all rows once per browser run', async () => {
  for (const isSameRun of [false, true]) {
    const { recovery, seen } = await setUp({ isSameRun });
    await recovery.atStart();
    await recovery.afterStart();
    expect(seen.includes('all rows')).toBe(!isSameRun);
  }
});

it('publishes everything again, and reads what Salesloft knows last', async () => {
  const { recovery, seen } = await setUp();
  await recovery.publishAgain();
  expect(seen).toEqual(['settings', 'sign-in', 'storage', 'calls', 'outbox', 'read again']);
});

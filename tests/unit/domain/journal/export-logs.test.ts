import { expect, it } from 'vitest';
import { newCallRecord } from '@/lib/domain/call/call-record';
import { exportLogs } from '@/lib/domain/journal/export-logs';
import { toOutboxRow } from '@/lib/domain/outbox/outbox-row';
import { anEndedCall, anEntry, theRepAsOwner } from '@/tests/support/builders/builders';

it('says in words what is not in Salesloft, where it is kept, and what went', () => {
  const entry = anEntry();
  const lost = toOutboxRow(anEntry({ personName: 'Lost Lea' }), { now: 0, signedInAs: theRepAsOwner(), retries: 5 });
  const exported = exportLogs({
    at: 0,
    logs: [
      entry,
      anEntry({
        entryId: 'entry-2' as typeof entry.entryId,
        state: 'dead',
        reason: { code: 'refused', field: '', words: 'no such disposition' },
      }),
    ],
    calls: [newCallRecord(anEndedCall())],
    unsavedIds: new Set<string>([entry.entryId]),
    lost: [lost],
    unreadable: [{ raw: 'as found' }],
  });
  expect(exported).toMatchObject({
    exportedAt: '1970-01-01T00:00:00.000Z',
    logsNotInSalesloft: [
      {
        person: 'Pat Lee',
        number: '+14045550134',
        calledAt: '1970-01-01T00:16:40.000Z',
        seconds: 62,
        disposition: 'Connected',
        sentiment: 'Interested',
        notes: 'Spoke about renewal.',
        state: 'waiting',
        savedToDisk: false,
      },
      { state: 'needs attention', reason: 'no such disposition', savedToDisk: true },
    ],
    callsNotLogged: [{ person: 'Pat Lee', seconds: 62, savedToDisk: true }],
    lostWithStorage: [{ person: 'Lost Lea', notes: 'Spoke about renewal.' }],
    unreadable: [{ raw: 'as found' }],
  });
});

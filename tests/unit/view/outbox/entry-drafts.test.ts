import { describe, expect, it } from 'vitest';
import type { OutboxRow } from '@/lib/domain/outbox/outbox-row';
import { createEntryDrafts } from '@/lib/view/outbox/entry-drafts';
import { createNotices } from '@/lib/view/core/notices';
import { anOutboxRow } from '../../../support/builders/view';
import { createFakeSend } from '../../../support/fakes/fake-send';

const refused = (refusals: Record<string, string>, change: Partial<OutboxRow> = {}): OutboxRow =>
  anOutboxRow({ state: 'needsAttention', reason: { code: 'refused', field: '', words: 'no', refusals }, ...change });

function setUp() {
  const worker = createFakeSend();
  const notices = createNotices();
  return { worker, notices, drafts: createEntryDrafts({ send: worker.send, notices }) };
}

describe('correcting a log', () => {
  it('reads the team’s names anew before the editor opens', async () => {
    const { worker, drafts } = setUp();
    const row = refused({ disposition: 'is not included in the list' });
    const answer = worker.hang();
    const opened = drafts.open(row);
    expect([worker.types(), drafts.opening.value, drafts.drafts.value.size]).toEqual([
      ['teamRules.read'],
      row.entryId,
      0,
    ]);
    answer(true);
    await opened;
    expect(drafts.opening.value).toBe('');
    expect(drafts.drafts.value.get(row.entryId)?.edit).toEqual({
      disposition: 'Connected',
      sentiment: 'Interested',
      notes: 'Spoke about renewal.',
    });
  });

  it('offers the number and the duration where Salesloft refused them, or said of nothing what was wrong', async () => {
    const { drafts } = setUp();
    const edits = [];
    for (const refusals of [{ to: 'is invalid' }, { duration: 'is too long' }, {}]) {
      const row = refused(refusals);
      await drafts.open(row);
      edits.push(drafts.drafts.value.get(row.entryId)?.edit);
    }
    expect(edits.map((edit) => [edit?.to, edit?.duration])).toEqual([
      ['+14045550134', undefined],
      [undefined, '62'],
      ['+14045550134', '62'],
    ]);
  });

  it('opens though Salesloft cannot be asked, and fetches notes that the list has cut', async () => {
    const { worker, notices, drafts } = setUp();
    worker.answer('the whole of the notes');
    worker.fail('salesloft-unreachable');
    const row = anOutboxRow({ notes: 'the whole', hasMoreNotes: true });
    await drafts.open(row);
    expect(drafts.drafts.value.get(row.entryId)?.edit.notes).toBe('the whole of the notes');
    expect(notices.trouble.value).toBe('');
  });

  it('does not open on cut notes that cannot be fetched: saving them would lose the rest', async () => {
    const { worker, notices, drafts } = setUp();
    worker.fail('entry-unknown');
    const row = anOutboxRow({ hasMoreNotes: true });
    await drafts.open(row);
    expect(drafts.drafts.value.size).toBe(0);
    expect(notices.trouble.value).toContain('no longer in the outbox');
  });

  it('names what still cannot be sent, keeps what was written, and is done once it is saved', async () => {
    const { worker, notices, drafts } = setUp();
    const row = refused({ to: 'is invalid' });
    await drafts.open(row);
    drafts.change(row.entryId, { to: 'reception' });
    worker.answer({ kind: 'missing', fields: ['to'] });
    expect(await drafts.save(row.entryId)).toBe(false);
    expect(drafts.drafts.value.get(row.entryId)).toMatchObject({ edit: { to: 'reception' }, missing: ['to'] });
    drafts.change(row.entryId, { to: '+14045550199' });
    expect(drafts.drafts.value.get(row.entryId)?.missing).toEqual([]);
    worker.fail('entry-not-editable');
    expect(await drafts.save(row.entryId)).toBe(false);
    expect(notices.trouble.value).toContain('on its way');
    worker.answer({ kind: 'saved', entryId: row.entryId });
    expect(await drafts.save(row.entryId)).toBe(true);
    expect(drafts.drafts.value.size).toBe(0);
    expect(worker.sent.at(-1)?.input).toMatchObject({ edit: { to: '+14045550199' } });
  });
});

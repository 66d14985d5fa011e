import { asId, type CallId } from '@/lib/domain/core/ids';
import type { CallProgress, CallSource } from '@/lib/domain/call/call';
import { DialerError } from '@/lib/domain/core/errors';
import type { OutboxRow } from '@/lib/domain/outbox/outbox-row';
import type { DueWork } from '@/lib/domain/queue/due-work';
import { v7 } from 'uuid';
import type { World } from '@/tests/salesloft/world';
import type { PhoneStub } from './chrome';
import type { DrivenWorker } from './driven-worker';
import type { MadeCall } from './made-call';
import type { Dice } from './random';

/** A rep who calls, wraps up, and sees to what needs them. */
export class DrivenRep {
  readonly made: MadeCall[] = [];

  private readonly worker: DrivenWorker;
  private readonly phone: PhoneStub;
  private readonly world: World;
  private readonly dice: Dice;

  constructor(worker: DrivenWorker, phone: PhoneStub, world: World, dice: Dice) {
    this.worker = worker;
    this.phone = phone;
    this.world = world;
    this.dice = dice;
  }

  async connect(): Promise<void> {
    for (;;) {
      try {
        if ((await this.worker.ask('signIn.connect', {})).state === 'signedIn') return;
      } catch (error) {
        if (!(error instanceof DialerError)) throw error;
      }
      await this.worker.wait(10_000);
    }
  }

  /** One call from the list, with or without its action or task. */
  async call(): Promise<void> {
    const work = this.dice.pick(await this.rows());
    const source: CallSource = this.dice.chance(20) ? { kind: 'none' } : work.source;
    const to = work.person.numbers.find((one) => one.e164 !== undefined)?.e164;
    if (!to) return;
    const callId = asId<CallId>(v7());
    const request = { callId, personId: work.person.personId, to, source };
    let placed = await this.worker.ask('call.place', { ...request, overrides: [] });
    // Somebody did it in Salesloft meanwhile: the rep calls all the same, so that its log meets that too.
    if (placed.kind === 'ask') placed = await this.worker.ask('call.place', { ...request, overrides: placed.reasons });
    if (placed.kind !== 'placed') throw new Error(`Not placed: ${JSON.stringify(placed)}`);
    // A worker that died before it dialed: the next one tells the rep that the call was lost.
    const durationSeconds = this.phone.live.has(callId) ? this.dice.between(0, 300) : 0;
    if (this.phone.live.has(callId)) await this.progress(callId, durationSeconds);
    const number = this.made.length + 1;
    const mark = `drive call ${number}.`;
    const draft = {
      disposition: this.someDisposition(),
      sentiment: '',
      notes: `${mark} Spoke of “déjà vu” & <b>more</b>.`,
    };
    if (this.dice.chance(30))
      await this.worker.ask('wrapUp.saveDraft', { callId, draft: { ...draft, disposition: '' } });
    // Somebody renames it while the rep chooses: Salesloft will refuse the log.
    const mustBeRefused = this.dice.chance(3);
    let reply = await this.worker.ask('wrapUp.submit', {
      callId,
      draft: mustBeRefused ? { ...draft, disposition: 'Gone' } : draft,
    });
    if (reply.kind === 'missing') reply = await this.worker.ask('wrapUp.submit', { callId, draft });
    if (reply.kind !== 'saved') throw new Error(`Not saved: ${JSON.stringify(reply)}`);
    if (this.dice.chance(3)) {
      await this.worker.ask('outbox.undo', { entryId: reply.entryId });
      // Submitted again, a log that was not taken back is the same log.
      reply = await this.worker.ask('wrapUp.submit', { callId, draft });
      if (reply.kind !== 'saved') throw new Error(`Not saved again: ${JSON.stringify(reply)}`);
    }
    const completes =
      source.kind === 'action' ? `action:${source.actionId}` : source.kind === 'task' ? `task:${source.taskId}` : '';
    this.made.push({
      mark,
      number,
      callId,
      personId: work.person.personId,
      to,
      durationSeconds,
      completes,
      disposition: draft.disposition,
      entryId: reply.entryId,
    });
    if (source.kind === 'action' && this.dice.chance(2)) this.completeElsewhere(source.actionId);
  }

  /** Signs in again where that is asked for, and decides about each log that needs a decision. */
  async seeToTheOutbox(): Promise<void> {
    const account = await this.worker.snapshot('signIn');
    if (account?.state !== 'signedIn') await this.connect();
    const outbox = await this.worker.snapshot('outbox');
    for (const row of outbox?.entries ?? []) {
      if (row.state !== 'needsAttention') continue;
      await this.decide(row).catch((error: unknown) => {
        // What is shown may be a moment old, and a worker may have died with this done already.
        if (!(error instanceof DialerError && error.code === 'entry-not-editable')) throw error;
      });
    }
  }

  private async decide({ entryId, reason, notes }: OutboxRow): Promise<unknown> {
    const made = this.made.find((one) => notes.startsWith(one.mark));
    if (reason?.code === 'completed-elsewhere') return this.worker.ask('outbox.logWithoutCompleting', { entryId });
    if (reason?.field !== 'disposition' || !made) return this.worker.ask('outbox.retry', { entryId });
    const edit = {
      disposition: made.disposition,
      sentiment: '',
      notes: await this.worker.ask('outbox.readNotes', { entryId }),
    };
    return this.worker.ask('outbox.edit', { entryId, edit });
  }

  private async progress(callId: CallId, durationSeconds: number): Promise<void> {
    const tell = (seq: number, event: CallProgress['event']) =>
      this.worker.ask('call.progressed', { callId, seq, at: Date.now(), event });
    await tell(1, { kind: 'ringing', earlyMedia: false });
    await this.worker.wait(5_000);
    if (durationSeconds > 0) await tell(2, { kind: 'connected' });
    await this.worker.wait(durationSeconds * 1_000);
    const reason = durationSeconds > 0 ? 'hungUpByPerson' : 'noAnswer';
    await tell(3, { kind: 'ended', reason, connectedMs: durationSeconds * 1_000, failure: '' });
    // It holds a call until its end has been brought home.
    this.phone.live.delete(callId);
  }

  /** The list, read again until it is there. */
  private async rows(): Promise<readonly DueWork[]> {
    for (;;) {
      const rows = (await this.worker.snapshot('queue'))?.rows.filter((row) => row.person.numbers.length > 0) ?? [];
      if (rows.length > 0) return rows;
      await this.seeToTheOutbox();
      await this.worker.ask('queue.read', { why: 'asked' });
      await this.worker.wait(5_000);
    }
  }

  private someDisposition(): string {
    return this.dice.pick([...this.world.dispositions.values()]).name;
  }

  private completeElsewhere(actionId: string): void {
    const action = this.world.actions.get(actionId);
    if (action?.status !== 'in_progress') return;
    action.status = 'completed';
  }
}

import type { WorkerProtocol } from '@/lib/messaging/protocol';
import type { Handlers } from '@/lib/messaging/serve';
import type { Worker } from './assemble';

/** The whole contract, a line each. */
export function createHandlers(worker: Worker): Handlers<WorkerProtocol> {
  return {
    'signIn.connect': () => worker.connection.connect(),
    'signIn.disconnect': ({ evenWithLogsWaiting }) => worker.signOut(evenWithLogsWaiting),
    'queue.read': ({ why }) => done(worker.readQueue(why)),
    'lease.acquire': (wish) => worker.lease.acquire(wish),
    'lease.release': ({ surfaceId }) => done(worker.lease.release(surfaceId)),
    'guards.prefetch': (about) => done(worker.prefetchGuards(about)),
    'call.place': (input) => worker.placeCall(input),
    'call.hangUp': ({ callId }) => done(worker.controlCall.hangUp(callId)),
    'call.answered': ({ callId }) => done(worker.controlCall.answered(callId)),
    'call.tellWhoAnswered': ({ callId, answeredBy }) => done(worker.controlCall.tellWhoAnswered(callId, answeredBy)),
    'call.mute': ({ callId, muted }) => done(worker.controlCall.mute(callId, muted)),
    'call.record': ({ callId, recording }) => done(worker.controlCall.record(callId, recording)),
    'call.transfer': ({ callId, to }) => done(worker.controlCall.transfer(callId, to)),
    'call.hold': ({ callId, held }) => done(worker.controlCall.hold(callId, held)),
    'call.sendDigits': ({ callId, digits }) => done(worker.controlCall.sendDigits(callId, digits)),
    'devices.choose': (devices) => done(worker.chooseDevices(devices)),
    'call.progressed': (progress) => done(worker.trackCall(progress)),
    'phone.lineNeeded': () => worker.readLine(),
    'wrapUp.saveDraft': ({ callId, draft }) => done(worker.wrapUpDraft.save(callId, draft)),
    'wrapUp.submit': ({ callId, draft }) => worker.submitWrapUp(callId, draft),
    'wrapUp.takeUp': ({ callId }) => done(worker.wrapUpDraft.takeUp(callId)),
    'wrapUp.waive': ({ callId }) => done(worker.wrapUpDraft.waive(callId)),
    'outbox.undo': ({ entryId }) => worker.resolveEntry.undo(entryId),
    'outbox.retry': ({ entryId }) => done(worker.resolveEntry.retry(entryId)),
    'outbox.retryAll': () => done(worker.resolveEntry.retryAll()),
    'outbox.edit': ({ entryId, edit }) => worker.resolveEntry.edit(entryId, edit),
    'outbox.list': (input) => worker.delivery.listOutbox(input),
    'outbox.readNotes': ({ entryId }) => worker.resolveEntry.readNotes(entryId),
    'outbox.logWithoutCompleting': ({ entryId }) => done(worker.resolveEntry.logWithoutCompleting(entryId)),
    'outbox.discard': ({ entryId, why }) => done(worker.resolveEntry.discard(entryId, why)),
    'dialSession.start': ({ plan }) => done(worker.dialSession.start(plan)),
    'dialSession.pause': () => done(worker.dialSession.pause()),
    'dialSession.resume': () => done(worker.dialSession.resume()),
    'dialSession.end': () => done(worker.dialSession.end()),
    'dialSession.close': () => done(worker.dialSession.close()),
    'dialSession.skip': ({ workId, reason }) => done(worker.dialSession.skip(workId, reason)),
    'work.callLater': (later) => done(worker.dialSession.callLater(later)),
    'overlay.personShown': (input, from) => worker.overlay.personShown(input, from),
    'overlay.callRequested': (input, from) => done(worker.overlay.callRequested(input, from)),
    'overlay.hangUp': (input, from) => done(worker.overlay.hangUp(input, from)),
    'overlay.mute': (input, from) => done(worker.overlay.mute(input, from)),
    'overlay.dialerSeen': (input, from) => done(worker.overlay.dialerSeen(input, from)),
    'journal.reconcile': () => worker.journal.reconcileDay(),
    'journal.sendAgain': ({ entryId }) => done(worker.resolveEntry.sendAgain(entryId)),
    'teamRules.read': async () => (await worker.teamRules.again()) !== undefined,
    'settings.save': ({ key, value }) => worker.settings.save(key, value),
    'settings.reset': ({ key }) => done(worker.settings.reset(key)),
    'storage.export': () => worker.storage.export(),
    'storage.closeNotice': () => done(worker.storage.closeEmptiedNotice()),
  };
}

async function done(work: Promise<unknown>): Promise<null> {
  await work;
  return null;
}

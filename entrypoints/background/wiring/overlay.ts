import type { RepSignIn } from '@/lib/domain/sign-in/rep-sign-in';
import type { Call } from '@/lib/domain/call/call';
import { callInHand } from '@/lib/domain/call/call-record';
import {
  readCallId,
  readDigits,
  readLink,
  readPersonId,
  toOverlayCall,
  type OverlayView,
} from '@/lib/domain/overlay/overlay';
import { workIdOf } from '@/lib/domain/dial-session/dial-session';
import { afterDone, toOverlayPerson } from '@/lib/domain/queue/shown-person';
import type { From } from '@/lib/messaging/serve';
import { underLock } from '@/lib/platform/locks';
import { detach } from '@/lib/platform/bug-log';
import { overlayTabs } from '@/lib/platform/overlay-tabs';
import { createPageLimit } from '@/lib/services/overlay/limit-pages';
import { createFollowPage, type FollowPageDeps } from '@/lib/services/overlay/follow-page';
import type { CallRecords } from '@/lib/services/call/calls-port';
import type { createControlCall } from '@/lib/services/call/control-call';
import { readSnapshot, type ShownSnapshot, type SnapshotName } from '@/lib/storage/snapshots/snapshots';
import type { WorkerContext } from './context';
import { readRows, readSignIn } from './published-state';

export type OverlaySideDeps = Pick<WorkerContext, 'events' | 'publish' | 'now'> &
  Pick<FollowPageDeps, 'source' | 'mayRead'> & {
    readonly records: Pick<CallRecords, 'listOpen'>;
    readonly controlCall: Pick<ReturnType<typeof createControlCall>, 'hangUp' | 'mute'>;
    readonly isWanted: () => Promise<boolean>;
  };

/** What the overlays show something of. */
const SHOWN: ReadonlySet<SnapshotName> = new Set(['call', 'signIn', 'settings']);

type Common = Omit<OverlayView, 'person'>;

const NOTHING: ShownSnapshot = { people: {}, dialerTabs: [] };

/** What stands in Salesloft's own tabs: it may name a person and stop what runs; it never dials and never logs. */
export function assembleOverlay(deps: OverlaySideDeps) {
  const readShown = async (): Promise<ShownSnapshot> => (await readSnapshot('shown')) ?? NOTHING;
  const follow = createFollowPage({
    ...deps,
    readSignIn,
    readRows,
    read: async () => (await readShown()).people,
    publish: async (people) => deps.publish('shown', { ...(await readShown()), people }),
    underLock: (work) => underLock('shown', work),
  });
  const spend = createPageLimit(deps.now);
  let lastLogged: OverlayView['lastLogged'] = null;
  let told = '';

  const liveCall = async (): Promise<Call | undefined> => {
    const inHand = callInHand(await deps.records.listOpen());
    return inHand?.call.state === 'ended' ? undefined : inHand?.call;
  };
  const common = async (): Promise<Common> => {
    const [signIn, isWanted, call] = await Promise.all([readSignIn(), deps.isWanted(), liveCall()]);
    const isOn = isWanted && isKnown(signIn);
    return { isOn, call: isOn && call ? toOverlayCall(call) : null, lastLogged: isOn ? lastLogged : null };
  };
  /** The live call alone may be touched from a page, whatever it names. */
  const withLive = async (given: unknown, act: (call: Call) => Promise<void>): Promise<void> => {
    const call = await liveCall();
    if (call && call.callId === readCallId(given)) await act(call);
  };
  /** Tells the overlays what is new for all of them. */
  const tell = async (): Promise<void> => {
    const view = await common();
    const words = JSON.stringify(view);
    if (words === told) return;
    told = words;
    await overlayTabs.tell({ loftline: 'overlay', view });
  };
  deps.events.on('published', (name) => {
    if (SHOWN.has(name)) detach('overlays', tell);
  });

  return {
    personShown: async (input: { readonly personId: unknown }, { tabId, windowId }: From): Promise<OverlayView> => {
      spend(tabId, 'personShown');
      await overlayTabs.add(tabId);
      const shown = await follow({
        windowId,
        personId: readPersonId(input.personId),
        isChosen: false,
        actionId: '',
        link: '',
      });
      const view = await common();
      return { ...view, person: view.isOn && shown ? toOverlayPerson(shown) : null };
    },
    callRequested: async (
      input: { readonly personId: unknown; readonly actionId: unknown; readonly number: unknown },
      { tabId, windowId }: From,
    ): Promise<void> => {
      spend(tabId, 'callRequested');
      const personId = readPersonId(input.personId);
      if (!personId) return;
      await follow({
        windowId,
        personId,
        isChosen: true,
        actionId: readDigits(input.actionId),
        link: readLink(input.number),
      });
    },
    hangUp: async ({ callId }: { readonly callId: unknown }, { tabId }: From): Promise<void> => {
      spend(tabId, 'hangUp');
      await withLive(callId, (call) => deps.controlCall.hangUp(call.callId));
    },
    mute: async (input: { readonly callId: unknown; readonly muted: unknown }, { tabId }: From): Promise<void> => {
      spend(tabId, 'mute');
      await withLive(input.callId, (call) => deps.controlCall.mute(call.callId, input.muted === true));
    },
    dialerSeen: async ({ isOpen }: { readonly isOpen: unknown }, { tabId }: From): Promise<void> => {
      spend(tabId, 'dialerSeen');
      await underLock('shown', async () => {
        const shown = await readShown();
        const others = shown.dialerTabs.filter((one) => one !== tabId);
        const dialerTabs = isOpen === true ? [...others, tabId] : others;
        if (dialerTabs.length !== shown.dialerTabs.length) await deps.publish('shown', { ...shown, dialerTabs });
      });
    },
    /** A log is on disk. */
    logged: async ({ person, source }: Call, disposition: string): Promise<void> => {
      lastLogged = { name: person.name, disposition };
      const workId = workIdOf(source);
      if (!workId) return;
      await underLock('shown', async () => {
        const shown = await readShown();
        const isShown = Object.values(shown.people).some(({ work }) => work.workId === workId);
        if (isShown) await deps.publish('shown', { ...shown, people: afterDone(shown.people, workId) });
      });
    },
  };
}

function isKnown({ state, rep }: RepSignIn): boolean {
  return rep !== undefined && (state === 'signedIn' || state === 'expired');
}

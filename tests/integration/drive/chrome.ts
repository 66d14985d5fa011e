import { setMaxListeners } from 'node:events';
import { vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import type { PhoneProtocol } from '@/lib/messaging/protocol';
import type { LiveCall } from '@/lib/domain/call/line-capabilities';
import { glance, outsideLife, reach } from './life';

/** The offscreen document as the worker sees it: it dials, and knows which calls live. */
export type PhoneStub = { readonly live: Map<string, LiveCall> };

/** As WXT's fake browser has them, read once: set up anew, a reach must not pass through an earlier one's. */
const VERBS = [
  ...[fakeBrowser.storage.session, fakeBrowser.storage.local, fakeBrowser.storage.managed].flatMap((of) =>
    verbsOf(of, ['get', 'set', 'remove']),
  ),
  ...verbsOf(fakeBrowser.alarms, ['get', 'create', 'clear']),
];

/** What WXT's fake browser lacks of Chrome, and a law for what it has: each reach may be the worker's last. */
export function setUpChrome(openWindow: (url: string) => Promise<string>): PhoneStub {
  fakeBrowser.reset();
  const phone: PhoneStub = { live: new Map() };
  const answer = ({
    type,
    input,
  }: {
    readonly type: keyof PhoneProtocol;
    readonly input: { readonly callId: LiveCall['callId'] };
  }) => {
    if (type === 'phone.dial')
      phone.live.set(input.callId, { callId: input.callId, lastSeq: 0 } as unknown as LiveCall);
    if (type === 'phone.hangUp') phone.live.delete(input.callId);
    return { ok: true, value: type === 'phone.liveCalls' ? [...phone.live.values()] : null };
  };
  const nothing = (): Promise<void> => reach(() => Promise.resolve());
  Object.assign(fakeBrowser.runtime, {
    getContexts: () => reach(() => Promise.resolve([{}])),
    sendMessage: (message: never) => reach(() => Promise.resolve(answer(message))),
  });
  Object.assign(fakeBrowser, {
    action: {
      setTitle: nothing,
      setBadgeText: nothing,
      setBadgeBackgroundColor: nothing,
      setBadgeTextColor: nothing,
    },
    commands: { onCommand: { addListener: () => undefined } },
    offscreen: { createDocument: nothing },
    sidePanel: { setPanelBehavior: nothing },
    permissions: { contains: () => Promise.resolve(true) },
    identity: {
      getRedirectURL: () => `https://${'a'.repeat(32)}.chromiumapp.org/`,
      launchWebAuthFlow: ({ url }: { readonly url: string }) => reach(() => outsideLife(() => openWindow(url))),
    },
  });
  for (const { of, verb, ask } of VERBS) {
    const by = of === fakeBrowser.storage.session && verb === 'get' ? glance : reach;
    Object.assign(of, { [verb]: (...args: unknown[]) => by(async () => ask(...args)), setAccessLevel: nothing });
  }
  const self = new EventTarget();
  setMaxListeners(Infinity, self);
  vi.stubGlobal('self', self);
  // Chrome has it, this Node not yet.
  Object.defineProperty(Uint8Array.prototype, 'toBase64', {
    configurable: true,
    value(this: Uint8Array) {
      return Buffer.from(this).toString('base64url');
    },
  });
  return phone;
}

function verbsOf<Part extends object>(of: Part, verbs: readonly (keyof Part & string)[]) {
  return verbs.map((verb) => ({ of, verb, ask: (of[verb] as (...args: unknown[]) => unknown).bind(of) }));
}

/** Web Locks of one worker: they are gone with it. */
export function freshLocks(): { readonly request: (name: string, work: () => Promise<unknown>) => Promise<unknown> } {
  const last = new Map<string, Promise<unknown>>();
  return {
    request: (name, work) => {
      const mine = (last.get(name) ?? Promise.resolve()).then(work, work);
      last.set(name, mine);
      return mine;
    },
  };
}

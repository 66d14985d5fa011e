import { h, render } from 'preact';
import { Overlay } from '@/components/overlay/Overlay';
import css from '@/components/overlay/overlay.css?inline';
import type { OverlayView } from '@/lib/domain/overlay/overlay';
import type { sendToWorker } from '@/lib/messaging/client';
import { createHost } from './host';
import { OWN_DIALER, personOfPath, readCallLink, type CallLink } from './page';
import type { UntilGone } from './until-gone';
import { watchPage } from './watch-page';

export type OverlayDeps = UntilGone & {
  readonly send: typeof sendToWorker;
  /** Hears what the worker tells all overlays. */
  readonly onTold: (hear: (told: Omit<OverlayView, 'person'>) => void) => void;
};

const NOTHING: OverlayView = { isOn: false, person: null, call: null, lastLogged: null };

/** An answer that was lost, or refused to a page that asked too often, is asked for again after so long. */
const LOOK_AGAIN_MS = 4_000;

/** Draws over Salesloft's page, and tells the worker whom it shows. Of the page it reads ids alone. */
export function startOverlay({ send, signal, isGone, onTold }: OverlayDeps): void {
  const host = createHost(css);
  let view = NOTHING;
  let isHidden = false;
  let path = '';
  let isDialerOpen = false;
  let tick: ReturnType<typeof setInterval> | undefined;
  let lookingAgain: ReturnType<typeof setTimeout> | undefined;

  /** What the worker does not answer, it has not heard: it is said again, by the next press at the latest. */
  const tell: typeof send = (type, input) => {
    const asked = send(type, input);
    asked.catch(() => undefined);
    return asked;
  };
  const draw = (): void => {
    clearInterval(tick);
    const isTiming = view.call?.state === 'connected';
    if (isTiming && !isHidden) tick = setInterval(paint, 1_000);
    paint();
  };
  const paint = (): void => {
    if (isGone()) return;
    const props = { view, now: Date.now(), onCall: request, onMute: mute, onHangUp: hangUp, onHide: hide };
    render(isHidden || !view.isOn ? null : h(Overlay, props), host.root);
  };
  const look = async (): Promise<void> => {
    if (isGone() || document.visibilityState !== 'visible') return;
    const asked = location.pathname;
    path = asked;
    const answer = await tell('overlay.personShown', { personId: personOfPath(asked) }).catch(() => undefined);
    if (path !== asked) return;
    clearTimeout(lookingAgain);
    if (!answer) lookingAgain = setTimeout(() => void look(), LOOK_AGAIN_MS);
    // Whoever the page showed before is not who it shows now.
    view = answer ?? { ...view, person: null };
    draw();
  };
  const request = (link: CallLink): void => void tell('overlay.callRequested', link);
  const mute = (callId: string, muted: boolean): void => void tell('overlay.mute', { callId, muted });
  const hangUp = (callId: string): void => void tell('overlay.hangUp', { callId });
  const hide = (): void => {
    isHidden = true;
    draw();
  };

  onTold((told) => {
    const isNewlyOn = told.isOn && !view.isOn;
    view = { ...told, person: told.isOn ? view.person : null };
    draw();
    if (isNewlyOn) void look();
  });
  // The page's own clicks are no rep's: only a real press opens the panel, and nothing dials.
  document.addEventListener(
    'click',
    (event) => {
      const link =
        event.isTrusted && view.isOn && !isGone()
          ? readCallLink(event.target, personOfPath(location.pathname))
          : undefined;
      if (!link) return;
      event.preventDefault();
      event.stopPropagation();
      request(link);
    },
    { capture: true, signal },
  );
  navigation.addEventListener(
    'currententrychange',
    () => {
      if (location.pathname !== path) void look();
    },
    { signal },
  );
  document.addEventListener('visibilitychange', () => void look(), { signal });
  watchPage(() => {
    if (isGone()) return;
    host.stay();
    const isOpen = document.querySelector(OWN_DIALER) !== null;
    if (isOpen !== isDialerOpen) void tell('overlay.dialerSeen', { isOpen });
    isDialerOpen = isOpen;
  }, signal);
  addEventListener(
    'pagehide',
    () => {
      if (isDialerOpen) void tell('overlay.dialerSeen', { isOpen: false });
    },
    { signal },
  );
  signal.addEventListener('abort', () => {
    clearInterval(tick);
    clearTimeout(lookingAgain);
    host.remove();
  });
  void look();
}

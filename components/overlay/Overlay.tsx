import type { OverlayCall, OverlayView } from '@/lib/domain/overlay/overlay';
import { text } from '@/lib/text/text';
import { Icon } from '@/components/ui/Icon';

export type OverlayProps = {
  readonly view: OverlayView;
  /** ms since the epoch. */
  readonly now: number;
  readonly onCall: (wish: { readonly personId: string; readonly actionId: string; readonly number: string }) => void;
  readonly onMute: (callId: string, muted: boolean) => void;
  readonly onHangUp: (callId: string) => void;
  readonly onHide: () => void;
};

/** What stands over Salesloft's page: whom to call, or the live call, and what was logged last. */
export function Overlay({ view, now, onCall, onMute, onHangUp, onHide }: OverlayProps) {
  const { person, call, lastLogged } = view;
  if (!person && !call && !lastLogged) return null;
  return (
    <section class="overlay" aria-label={text('extensionShortName')}>
      {call && <LiveCall call={call} now={now} onMute={onMute} onHangUp={onHangUp} />}
      {!call &&
        person &&
        (person.mayCall ? (
          <button
            type="button"
            class="call"
            onClick={({ isTrusted }) => {
              if (isTrusted) onCall({ personId: person.personId, actionId: '', number: '' });
            }}
          >
            <Icon name="phone" />
            <span class="clip" dir="auto">
              {text('callPerson', person.name)}
            </span>
          </button>
        ) : (
          <p class="clip" dir="auto">
            {text('overlayNotCallable', person.name)}
          </p>
        ))}
      {!call && lastLogged && (
        <p class="last clip" role="status" dir="auto">
          {text('loggedFor', lastLogged.disposition, lastLogged.name)}
        </p>
      )}
      <button type="button" class="hide" aria-label={text('overlayHide')} title={text('overlayHide')} onClick={onHide}>
        <Icon name="close" />
      </button>
    </section>
  );
}

function LiveCall({
  call,
  now,
  onMute,
  onHangUp,
}: Pick<OverlayProps, 'now' | 'onMute' | 'onHangUp'> & { readonly call: OverlayCall }) {
  const seconds = call.connectedAt > 0 ? Math.max(0, Math.floor((now - call.connectedAt) / 1_000)) : undefined;
  return (
    <div class="live">
      <div class="who">
        <strong class="clip" dir="auto">
          {call.name}
        </strong>
        <span class="state">
          <span role="status">{text(STATE_KEYS[call.held && call.state === 'connected' ? 'held' : call.state])}</span>
          {seconds !== undefined && (
            <span class="timer" role="timer">
              {clock(seconds)}
            </span>
          )}
        </span>
      </div>
      <button
        type="button"
        aria-pressed={call.muted}
        onClick={({ isTrusted }) => {
          if (isTrusted) onMute(call.callId, !call.muted);
        }}
      >
        {text('mute')}
      </button>
      <button
        type="button"
        class="stop"
        onClick={({ isTrusted }) => {
          if (isTrusted) onHangUp(call.callId);
        }}
      >
        {text('hangUp')}
      </button>
    </div>
  );
}

const STATE_KEYS = {
  placing: 'callDialing',
  ringing: 'callRinging',
  connected: 'callConnected',
  held: 'callOnHold',
  ended: 'callEnded',
} as const;

function clock(seconds: number): string {
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;
}

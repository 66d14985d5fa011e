import type { IceCandidateEvent, EndEvent, OutgoingEvent, PeerConnectionEvent, RTCSession } from 'jssip/lib/RTCSession';
import type { UA } from 'jssip/lib/UA';
import type { SipConfig } from '@/lib/domain/call/line-config';
import { NO_SOUND } from '@/lib/domain/call/line-quality';
import { readConnection } from '@/lib/phone/contract/read-connection';
import { reasonOf } from './sip-answer';
import type { DialogEvents, Dialog, Invite } from '@/lib/phone/agent/line-agent';
import { referTo } from './refer-to';
import { repairMedia } from './repair-media';

/** Gathering may wait for a dead STUN server for 40 s; what was found by then is enough. */
const GATHERING_MS = 400;

/** The computer's own addresses come all at once; Chrome then looks another tenth of a second for TCP, which no phone system takes. */
const OWN_ADDRESSES_MS = 3;

const DIGIT_MS = 120;
const GAP_MS = 70;

/** Another change of the call may be under way: it is tried again so often, so far apart. */
const HOLD_TRIES = 10;
const HOLD_AGAIN_MS = 300;

/** Calls by JsSIP, and follows the call to its end. `returns` is told when the connection to the phone system is back. */
export function inviteByJssip(
  ua: UA,
  { domain, iceServers }: SipConfig,
  { to, callerId, track }: Invite,
  events: DialogEvents,
  returns: Set<() => void>,
): Dialog {
  let isOver = false;
  const sent = Promise.withResolvers<void>();
  let stopRepairing = (): void => undefined;
  const leg: RTCSession = ua.call(`sip:${to}@${domain}`, {
    mediaStream: new MediaStream([track]),
    pcConfig: {
      iceServers: iceServers.map(({ urls, username, credential }) => ({
        urls,
        ...(username === '' ? {} : { username, credential }),
      })),
    },
    rtcOfferConstraints: { offerToReceiveAudio: true },
    ...(callerId === '' ? {} : { extraHeaders: [`P-Preferred-Identity: <sip:${callerId}@${domain}>`] }),
  });
  const restartIce = (): void => {
    if (!isOver && leg.isEstablished()) leg.renegotiate({ rtcOfferConstraints: { iceRestart: true } });
  };
  const over = (end: () => void): void => {
    if (isOver) return;
    isOver = true;
    sent.resolve();
    stopRepairing();
    returns.delete(restartIce);
    end();
  };

  // JsSIP makes the connection within `call`, or a moment later.
  const follow = (connection: RTCPeerConnection): void => {
    connection.addEventListener('track', ({ streams, track: heard }) =>
      events.onHeard(streams[0] ?? new MediaStream([heard])),
    );
    stopRepairing = repairMedia(connection, restartIce, () =>
      over(() => {
        events.onEnded('lost', '');
        terminate(leg);
      }),
    );
  };
  const connection = leg.connection as RTCPeerConnection | null;
  if (connection) follow(connection);
  else leg.on('peerconnection', ({ peerconnection }: PeerConnectionEvent) => follow(peerconnection));
  let gathering: ReturnType<typeof setTimeout> | undefined;
  leg.on('icecandidate', ({ ready }: IceCandidateEvent) => {
    gathering ??= setTimeout(ready, iceServers.length === 0 ? OWN_ADDRESSES_MS : GATHERING_MS);
  });
  leg.on('sending', () => sent.resolve());
  leg.on('progress', ({ response }: OutgoingEvent) =>
    events.onRinging(response.status_code === 183 || response.body !== ''),
  );
  leg.on('accepted', () => events.onAnswered(callIdOf(leg)));
  leg.on('failed', ({ originator, message, cause }: EndEvent) =>
    over(() => {
      const answer =
        String(originator) === 'remote' ? (message as { status_code?: number } | null)?.status_code : undefined;
      if (answer === undefined) return events.onEnded('failed', cause);
      const phrase = (message as { reason_phrase?: string }).reason_phrase ?? '';
      const reason = reasonOf(answer);
      events.onEnded(reason, reason === 'failed' ? `${String(answer)} ${phrase}` : '');
    }),
  );
  leg.on('ended', ({ originator, cause }: EndEvent) =>
    over(() => {
      // A hang-up that came while the way was cut is told by the answer to our next word: there is no such call any more.
      if (String(originator) === 'remote' || cause === 'Dialog Error') return events.onEnded('hungUpByPerson', '');
      events.onEnded('lost', cause);
    }),
  );
  returns.add(restartIce);

  const digitsBy = (): 'RFC2833' | 'INFO' => {
    const sender = (leg.connection as RTCPeerConnection | null)?.getSenders().find(({ dtmf }) => dtmf !== null);
    return sender?.dtmf?.canInsertDTMF ? 'RFC2833' : 'INFO';
  };
  return {
    sent: sent.promise,
    hangUp: () => over(() => terminate(leg)),
    setMuted: (muted) => {
      if (isOver) return;
      if (muted) leg.mute({ audio: true });
      else leg.unmute({ audio: true });
    },
    setHeld: async (held) => {
      for (let tries = 0; tries < HOLD_TRIES && !isOver; tries += 1) {
        const answer = await new Promise<boolean | undefined>((resolve) => {
          const hear = (): void => resolve(true);
          const isSent = held ? leg.hold({}, hear) : leg.unhold({}, hear);
          if (!isSent) resolve(undefined);
        });
        if (answer) return true;
        await new Promise((resolve) => setTimeout(resolve, HOLD_AGAIN_MS));
      }
      return false;
    },
    transfer: (to) => (isOver ? Promise.resolve(false) : referTo(leg, `sip:${to}@${domain}`)),
    sendDigits: (digits) => {
      if (isOver || digits === '') return;
      leg.sendDTMF(digits, { duration: DIGIT_MS, interToneGap: GAP_MS, transportType: digitsBy() as never });
    },
    replaceMicrophone: (fresh) => {
      const sender = (leg.connection as RTCPeerConnection | null)?.getSenders()[0];
      // A connection that has just been closed has no use for it.
      sender?.replaceTrack(fresh).catch(() => undefined);
    },
    connection: () => leg.connection,
    readSound: async () => {
      const open = leg.connection as RTCPeerConnection | null;
      return open && !isOver ? readConnection(open) : NO_SOUND;
    },
  };
}

/** A call that is over refuses it. */
function terminate(leg: RTCSession): void {
  if (!leg.isEnded()) leg.terminate();
}

/** The Call-ID, by which phone systems file their recordings; JsSIP's types do not tell of it. */
function callIdOf(leg: RTCSession): string {
  return (leg as unknown as { readonly _request?: { readonly call_id?: string } })._request?.call_id ?? '';
}

import type { IceCandidateEvent, EndEvent, OutgoingEvent, PeerConnectionEvent, RTCSession } from 'jssip/lib/RTCSession';
import type { IncomingResponse } from 'jssip/lib/SIPMessage';
import type { UA } from 'jssip/lib/UA';
import type { SipConfig } from '@/lib/domain/call/line-config';
import { NO_SOUND } from '@/lib/domain/call/line-quality';
import { readConnection } from '@/lib/phone/contract/read-connection';
import { outcomeOfAnswer } from './sip-answer';
import type { DialogEvents, Dialog, Invite } from '@/lib/phone/agent/line-agent';
import { insistOnBye, insistOnCancel } from './farewell';
import { createHold } from './hold-call';
import { outliveTrouble } from './outlive-trouble';
import { referTo } from './refer-to';
import { repairMedia } from './repair-media';
import type { Signalling } from './signalling';

/** Gathering may wait for a dead STUN server for 40 s; what was found by then is enough. */
const GATHERING_MS = 400;

/** The computer's own addresses come all at once; Chrome then looks another tenth of a second for TCP, which no phone system takes. */
const OWN_ADDRESSES_MS = 3;

const DIGIT_MS = 120;
const GAP_MS = 70;

/** While another change of the call is under way, none can be made. */
const RENEW_AGAIN_MS = 500;

/** Firewalls drop mappings and networks change silently, so a call probes the phone system at this interval. */
const ASK_EVERY_MS = 10_000;

/** Calls by JsSIP, and follows the call to its end. */
export function inviteByJssip(
  ua: UA,
  { domain, iceServers }: SipConfig,
  { to, callerId, track }: Invite,
  events: DialogEvents,
  signalling: Signalling,
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
  const isOn = (): boolean => !isOver && leg.isEstablished();
  let again: ReturnType<typeof setTimeout> | undefined;
  /** Tells the phone system where we are now, and looks for another way for the sound. */
  const renew = async (): Promise<void> => {
    clearTimeout(again);
    if (!isOn() || !(await signalling.answers()) || !isOn()) return;
    if (!leg.renegotiate({ rtcOfferConstraints: { iceRestart: true } }))
      again = setTimeout(() => void renew(), RENEW_AGAIN_MS);
  };
  const stopHearing = signalling.onBack(() => void renew());
  const asking = setInterval(() => void signalling.answers(), ASK_EVERY_MS);
  const over = (end: () => void): void => {
    if (isOver) return;
    isOver = true;
    sent.resolve();
    stopRepairing();
    stopHearing();
    clearInterval(asking);
    clearTimeout(again);
    hold.refused();
    end();
  };
  const hold = createHold(leg, { isOver: () => isOver, answers: () => signalling.answers() });
  insistOnBye(leg, signalling);
  outliveTrouble(leg, hold.refused);
  const hangUp = (): void => {
    if (!leg.isEstablished()) insistOnCancel(leg, signalling);
    terminate(leg);
  };

  // JsSIP makes the connection within `call`, or a moment later.
  const follow = (connection: RTCPeerConnection): void => {
    connection.addEventListener('track', ({ streams, track: heard }) =>
      events.onHeard(streams[0] ?? new MediaStream([heard])),
    );
    stopRepairing = repairMedia(
      connection,
      () => void renew(),
      () =>
        over(() => {
          events.onEnded('lost', '');
          hangUp();
        }),
    );
  };
  const connection = leg.connection as RTCPeerConnection | null;
  if (connection) follow(connection);
  else leg.on('peerconnection', ({ peerconnection }: PeerConnectionEvent) => follow(peerconnection));
  /** One for each offer. */
  let gathered: (() => void) | undefined;
  leg.on('icecandidate', ({ ready }: IceCandidateEvent) => {
    if (gathered === ready) return;
    gathered = ready;
    setTimeout(ready, iceServers.length === 0 ? OWN_ADDRESSES_MS : GATHERING_MS);
  });
  leg.on('sending', () => sent.resolve());
  leg.on('progress', ({ response }: OutgoingEvent) =>
    // Only a description of sound promises any, whatever number comes with it.
    events.onRinging(Boolean(response.body)),
  );
  leg.on('accepted', () => events.onAnswered(callIdOf(leg)));
  leg.on('failed', ({ originator, message, cause }: EndEvent) =>
    over(() => {
      const answer = message as IncomingResponse | null;
      if (String(originator) !== 'remote' || !answer) {
        // The connection broke, which says nothing about the number.
        events.onEnded('lost', cause);
        return insistOnCancel(leg, signalling);
      }
      const { status_code: code, reason_phrase: phrase } = answer;
      const { reason, failure } = outcomeOfAnswer({ code, phrase, reasons: answer.getHeaders('reason') });
      events.onEnded(reason, failure);
    }),
  );
  leg.on('ended', ({ originator, cause }: EndEvent) =>
    over(() => {
      // A hang-up that came while the way was cut is told by the answer to our next word: there is no such call any more.
      if (String(originator) === 'remote' || cause === 'Dialog Error') return events.onEnded('hungUpByPerson', '');
      events.onEnded('lost', cause);
    }),
  );

  const digitsBy = (): 'RFC2833' | 'INFO' => {
    const sender = (leg.connection as RTCPeerConnection | null)?.getSenders().find(({ dtmf }) => dtmf !== null);
    return sender?.dtmf?.canInsertDTMF ? 'RFC2833' : 'INFO';
  };
  return {
    sent: sent.promise,
    hangUp: () => over(hangUp),
    setMuted: (muted) => {
      if (isOver) return;
      if (muted) leg.mute({ audio: true });
      else leg.unmute({ audio: true });
    },
    setHeld: (held) => hold.set(held),
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

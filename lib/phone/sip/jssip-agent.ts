import JsSIP from 'jssip';
import type {
  DisconnectEvent,
  IncomingRTCSessionEvent,
  OutgoingRTCSessionEvent,
  RegisteredEvent,
  UnRegisteredEvent,
} from 'jssip/lib/UA';
import { DialerError } from '@/lib/domain/core/errors';
import type { SipConfig } from '@/lib/domain/call/line-config';
import { inviteByJssip } from './jssip-call';
import { askAnything } from './ask-anything';
import { createSignalling } from './signalling';
import { isCredentialsRefusal } from './sip-answer';
import type { LineAgent } from '@/lib/phone/agent/line-agent';

/** A phone system that has not answered by then will hardly do so while the rep waits. */
const PATIENCE_MS = 6_000;

/** Some networks swallow what would open a connection; Chrome waits for minutes. */
const CONNECT_WITHIN_MS = 4_000;

const KEEP_ALIVE_MS = 25_000;

/** An account at a phone system, by JsSIP: it finds its way back by itself when the connection breaks. */
export function createJssipAgent(config: SipConfig): LineAgent {
  const socket = new JsSIP.WebSocketInterface(config.server);
  const account = config.username === '' ? 'anonymous' : config.username;
  const ua = new JsSIP.UA({
    sockets: [socket],
    uri: `sip:${account}@${config.domain}`,
    ...(config.username === '' ? {} : { authorization_user: config.username, password: config.password }),
    ...(config.displayName === '' ? {} : { display_name: config.displayName }),
    register: config.username !== '',
    register_expires: 120,
    session_timers: false,
    connection_recovery_min_interval: 1,
    connection_recovery_max_interval: 4,
    user_agent: 'Loftline',
  });
  let isStarted = false;
  let wasIn = false;
  let isIn = false;
  const changed = new Set<(failure?: DialerError) => void>();
  const tell = (failure?: DialerError): void => {
    for (const hear of changed) hear(failure);
  };
  const drop = (): void => {
    socket.disconnect();
    // To JsSIP this is a connection that broke: it connects anew.
    socket.ondisconnect(true);
  };
  const signalling = createSignalling({
    isConnected: () => ua.isConnected(),
    isRegistered: () => isIn,
    ask: () => askAnything(ua, config.domain),
    register: () => ua.register(),
    drop,
    send: (words) => void socket.send(words),
  });
  const cameIn = (): void => {
    isIn = true;
    // A call that outlived the break: the phone system must learn where to find us.
    if (wasIn) signalling.cameBack();
    wasIn = true;
    tell();
  };

  let connecting: ReturnType<typeof setTimeout> | undefined;
  ua.on('connecting', () => {
    clearTimeout(connecting);
    connecting = setTimeout(drop, CONNECT_WITHIN_MS);
  });
  ua.on('connected', () => {
    clearTimeout(connecting);
    if (config.username === '') cameIn();
  });
  ua.on('registered', (_event: RegisteredEvent) => {
    if (!isIn) cameIn();
  });
  ua.on('disconnected', (_event: DisconnectEvent) => {
    isIn = false;
    clearTimeout(connecting);
  });
  ua.on('registrationFailed', ({ response, cause }: UnRegisteredEvent) => {
    isIn = false;
    const answer = (response as typeof response | null)?.status_code ?? 0;
    const words = answer === 0 ? String(cause ?? '') : `${String(answer)} ${response.reason_phrase}`;
    tell(new DialerError(isCredentialsRefusal(answer) ? 'line-credentials-refused' : 'line-refused', words));
  });
  // Calls that come in are for other devices or the voicemail, at once: ADR 14.
  ua.on('newRTCSession', ({ session: incoming, originator }: IncomingRTCSessionEvent | OutgoingRTCSessionEvent) => {
    if (String(originator) === 'remote') incoming.terminate({ status_code: 480 });
  });
  // Firewalls forget a connection that is quiet for long; RFC 5626, 3.5.1.
  const keepAlive = setInterval(() => {
    if (ua.isConnected()) socket.send('\r\n\r\n');
  }, KEEP_ALIVE_MS);

  return {
    canHold: true,
    ready: async () => {
      if (isIn && (await signalling.answers())) return;
      const ready = new Promise<void>((resolve, reject) => {
        const done = (failure?: DialerError): void => {
          clearTimeout(timer);
          changed.delete(done);
          if (failure) reject(failure);
          else resolve();
        };
        const timer = setTimeout(() => done(new DialerError('line-unreachable')), PATIENCE_MS);
        changed.add(done);
      });
      // A refused account is not tried again by itself; the next call does.
      if (isStarted && ua.isConnected()) ua.register();
      else ua.start();
      isStarted = true;
      await ready;
    },
    invite: (invite, events) => Promise.resolve(inviteByJssip(ua, config, invite, events, signalling)),
    close: () => {
      clearInterval(keepAlive);
      clearTimeout(connecting);
      ua.stop();
    },
  };
}

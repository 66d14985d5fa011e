import { Device, type Call } from '@twilio/voice-sdk';
import { DialerError } from '@/lib/domain/core/errors';
import type { TwilioConfig } from '@/lib/domain/call/line-config';
import type { DeviceChoice } from '@/lib/phone/audio/device-choice';
import type { Invite, LineAgent } from '@/lib/phone/agent/line-agent';
import { fetchAccessToken, type AccessToken } from './fetch-twilio-token';
import { SILENT_SOUNDS } from './silent-sounds';
import { followTwilioCall } from './twilio-call';
import { isTokenRefusal } from './twilio-outcome';

/** The SDK goes on trying for ever; a rep does not. */
const PATIENCE_MS = 10_000;
/** A token is renewed before it is this old. */
const SPARE_MS = 60_000;
/** A call keeps its edge, though its signalling be away for so long. */
const KEEP_EDGE_MS = 30_000;

/** Twilio Voice, by its own SDK. The organization's server at `tokenUrl` says who may call. */
export function createTwilioAgent(config: TwilioConfig, devices: DeviceChoice): LineAgent {
  let token: AccessToken | undefined;
  let device: Device | undefined;
  let track: MediaStreamTrack | undefined;
  let connection: RTCPeerConnection | undefined;
  let onTrouble: (code: number) => void = () => undefined;

  /** The SDK keeps its connection to itself; what we need of it is public WebRTC. */
  class FollowedConnection extends RTCPeerConnection {
    constructor(configuration?: RTCConfiguration) {
      super(configuration);
      // eslint-disable-next-line @typescript-eslint/no-this-alias -- the only way to it
      connection = this;
    }
  }

  const useSpeaker = (id: string): void => {
    // One that is not there any more leaves the sound where it was.
    device?.audio?.speakerDevices.set(id === '' ? 'default' : id).catch(() => undefined);
  };
  const unfollow = devices.follow((now, before) => {
    if (now.speakerId !== before.speakerId) useSpeaker(now.speakerId);
  });

  const discard = (): void => {
    device?.destroy();
    device = undefined;
    token = undefined;
  };

  /** While there is no call; one in hand outlives its token, and the next begins with another. */
  const renew = async (): Promise<void> => {
    if (!device || device.calls.length > 0 || device.isBusy) return;
    token = await fetchAccessToken(config.tokenUrl, Date.now());
    device.updateToken(token.jwt);
  };

  const makeDevice = (jwt: string): Device => {
    const made = new Device(jwt, {
      appName: 'Loftline',
      logLevel: 'error',
      closeProtection: false,
      allowIncomingWhileBusy: false,
      sounds: SILENT_SOUNDS ?? {},
      tokenRefreshMs: SPARE_MS,
      maxCallSignalingTimeoutMs: KEEP_EDGE_MS,
      enableImprovedSignalingErrorPrecision: true,
      RTCPeerConnection: FollowedConnection,
      getUserMedia: () => Promise.resolve(new MediaStream(track ? [track] : [])),
      ...(config.edge.length === 0 ? {} : { edge: [...config.edge] }),
      codecPreferences: codecsOf(config),
    });
    made.on('error', ({ code }: { code: number }) => {
      onTrouble(code);
      // An old token ends no call; without one, the next dial begins anew.
      if (isTokenRefusal(code) && made === device && made.calls.length === 0 && !made.isBusy) discard();
    });
    made.on('tokenWillExpire', () => {
      if (token) token = { ...token, expiresAt: 0 };
      // Failed, it is tried again by the next call.
      renew().catch(() => undefined);
    });
    return made;
  };

  /** The SDK settles nothing when Twilio is out of reach or refuses: it is asked to be quick. */
  const connect = (by: Device, to: Invite): Promise<Call> => {
    const params = { To: to.to, ...(to.callerId === '' ? {} : { CallerId: to.callerId }) };
    return new Promise<Call>((resolve, reject) => {
      const timer = setTimeout(() => reject(new DialerError('twilio-unreachable')), PATIENCE_MS);
      onTrouble = (code) => {
        if (isTokenRefusal(code)) reject(new DialerError('twilio-refused', String(code)));
      };
      by.connect({ params })
        .then(resolve, reject)
        .finally(() => clearTimeout(timer))
        .catch(() => undefined);
    });
  };

  const ready = async (): Promise<void> => {
    if (token && device && token.expiresAt - Date.now() > SPARE_MS) return;
    const fresh = await fetchAccessToken(config.tokenUrl, Date.now());
    if (device) device.updateToken(fresh.jwt);
    device ??= makeDevice(fresh.jwt);
    token = fresh;
  };

  const connectOnce = async (invite: Invite): Promise<Call> => {
    await ready();
    track = invite.track;
    useSpeaker(devices.current().speakerId);
    try {
      // Its token was refused in that very moment.
      if (!device) throw new DialerError('twilio-refused');
      return await connect(device, invite);
    } catch (error) {
      discard();
      throw error;
    }
  };

  return {
    canHold: false,
    ready,
    invite: async (invite, events) => {
      const call = await connectOnce(invite).catch((error: unknown) => {
        // A token that Twilio refuses may only have been old: one more is fetched, silently.
        if (error instanceof DialerError && error.code === 'twilio-refused') return connectOnce(invite);
        throw error;
      });
      const dialog = followTwilioCall(call, events, () => connection);
      return {
        ...dialog,
        replaceMicrophone: (fresh) => {
          track = fresh;
          dialog.replaceMicrophone(fresh);
        },
      };
    },
    close: () => {
      unfollow();
      discard();
    },
  };
}

function codecsOf({ codecPreferences }: TwilioConfig): Call.Codec[] {
  const known = codecPreferences.filter((codec) => codec === 'opus' || codec === 'pcmu');
  return (known.length > 0 ? known : ['opus', 'pcmu']) as Call.Codec[];
}

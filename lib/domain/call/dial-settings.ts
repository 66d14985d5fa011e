import { DialerError, unreachable } from '@/lib/domain/core/errors';
import type { Settings } from '@/lib/domain/settings/values';
import type { LineConfig } from './line-config';

/** How a call is dialed on whatever line. */
export type DialSettings = {
  readonly callerId: string;
  readonly ringSeconds: number;
  readonly digitPauseMs: number;
};

/** What the phone needs of the settings. Throws `line-not-configured` with the key for a line that is not set up. */
export function phoneSettings(settings: Settings): { readonly dial: DialSettings; readonly line: LineConfig } {
  return {
    dial: {
      callerId: settings['telephony.callerId'],
      ringSeconds: settings['telephony.ringSeconds'],
      digitPauseMs: settings['telephony.digitPauseMs'],
    },
    line: lineOf(settings),
  };
}

function lineOf(settings: Settings): LineConfig {
  switch (settings['telephony.provider']) {
    case 'practice':
      return { kind: 'practice' };
    case 'sip': {
      const sip = settings['telephony.sip'];
      if (sip.server === '' || sip.domain === '') throw new DialerError('line-not-configured', 'telephony.sip');
      return { kind: 'sip', ...sip };
    }
    case 'handoff':
      return { kind: 'handoff', ...settings['telephony.handoff'] };
    case 'twilio': {
      const twilio = settings['telephony.twilio'];
      if (twilio.tokenUrl === '') throw new DialerError('line-not-configured', 'telephony.twilio');
      return { kind: 'twilio', ...twilio };
    }
    default:
      return unreachable(settings['telephony.provider']);
  }
}

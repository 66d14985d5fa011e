import { DialerError, unreachable } from '@/lib/domain/core/errors';
import { checkLine, type LineConfig } from '@/lib/domain/call/line-config';
import type { DeviceChoice } from '@/lib/phone/audio/device-choice';
import type { Phone, ReportCallEvent } from '@/lib/phone/contract/phone';

/** The adapter for a line, loaded when that line is first used and not before. */
export async function choosePhone(config: LineConfig, report: ReportCallEvent, devices: DeviceChoice): Promise<Phone> {
  checkLine(config);
  switch (config.kind) {
    case 'practice': {
      const [{ createPracticeLine }, { createPracticeParts }] = await Promise.all([
        import('@/lib/phone/practice/practice-phone'),
        import('@/lib/phone/practice/practice-parts'),
      ]);
      return createPracticeLine(report, createPracticeParts(devices));
    }
    case 'sip': {
      const [{ createAgentLine }, { createAgentParts }, { createJssipAgent }] = await Promise.all([
        import('@/lib/phone/agent/agent-line'),
        import('@/lib/phone/agent/agent-parts'),
        import('@/lib/phone/sip/jssip-agent'),
      ]);
      return createAgentLine(report, createAgentParts(createJssipAgent(config), devices));
    }
    case 'twilio': {
      const [{ createAgentLine }, { createAgentParts }, { createTwilioAgent }] = await Promise.all([
        import('@/lib/phone/agent/agent-line'),
        import('@/lib/phone/agent/agent-parts'),
        import('@/lib/phone/twilio/twilio-agent'),
      ]);
      return createAgentLine(report, createAgentParts(createTwilioAgent(config, devices), devices));
    }
    case 'handoff':
      // The panel opens the softphone; nothing of it is ever asked here.
      throw new DialerError('line-failed');
    default:
      return unreachable(config);
  }
}

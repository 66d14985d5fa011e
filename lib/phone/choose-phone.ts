import { DialerError, unreachable } from '@/lib/domain/errors';
import type { LineConfig } from '@/lib/domain/line-config';
import type { DeviceChoice } from './device-choice';
import type { Phone, ReportCallEvent } from './phone';

/** The adapter for a line, loaded when that line is first used and not before. */
export async function choosePhone(config: LineConfig, report: ReportCallEvent, devices: DeviceChoice): Promise<Phone> {
  switch (config.kind) {
    case 'practice': {
      const [{ createPracticeLine }, { createPracticeParts }] = await Promise.all([
        import('./practice'),
        import('./practice-parts'),
      ]);
      return createPracticeLine(report, createPracticeParts(devices));
    }
    case 'sip': {
      const [{ createSipLine }, { createSipParts }] = await Promise.all([
        import('./sip/sip-line'),
        import('./sip/sip-parts'),
      ]);
      return createSipLine(report, createSipParts(config, devices));
    }
    case 'handoff':
      // The panel opens the softphone; nothing of it is ever asked here.
      throw new DialerError('line-failed');
    default:
      return unreachable(config);
  }
}

import { unreachable } from '@/lib/domain/errors';
import type { LineKind } from '@/lib/domain/call';
import { DialerError } from '@/lib/domain/errors';
import type { Phone, ReportCallEvent } from './phone';

/** The adapter for a line, loaded when that line is first used and not before. */
export async function choosePhone(kind: LineKind, report: ReportCallEvent): Promise<Phone> {
  switch (kind) {
    case 'practice':
      return (await import('./practice')).createPracticeLine(report);
    case 'sip':
    case 'twilio':
    case 'handoff':
      throw new DialerError('line-not-configured');
    default:
      return unreachable(kind);
  }
}

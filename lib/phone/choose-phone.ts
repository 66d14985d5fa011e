import type { LineKind } from '@/lib/domain/call';
import { DialerError, unreachable } from '@/lib/domain/errors';
import type { Phone, ReportCallEvent } from './phone';

/** The adapter for a line, loaded when that line is first used and not before. */
export async function choosePhone(kind: LineKind, report: ReportCallEvent): Promise<Phone> {
  switch (kind) {
    case 'practice': {
      const [{ createPracticeLine }, { createPracticeParts }] = await Promise.all([
        import('./practice'),
        import('./practice-parts'),
      ]);
      return createPracticeLine(report, createPracticeParts());
    }
    case 'sip':
    case 'twilio':
    case 'handoff':
      throw new DialerError('line-not-configured');
    default:
      return unreachable(kind);
  }
}

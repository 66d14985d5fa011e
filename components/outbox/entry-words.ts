import { unreachable } from '@/lib/domain/core/errors';
import type { OutboxRow } from '@/lib/domain/outbox/outbox-row';
import { text } from '@/lib/text/text';
import type { IconName } from '@/components/ui/Icon';

/** The state words of the outbox, as tests and screen readers know them. */
export function stateWords(row: OutboxRow): string {
  switch (row.state) {
    case 'held':
      return text('state_held');
    case 'waiting':
      return text('state_waiting');
    case 'sending':
    case 'checking':
      return text('state_sending');
    case 'retry':
      return text('state_retry', row.retry, row.retries);
    case 'needsSignIn':
      return text('state_needsSignIn');
    case 'needsAttention':
      return text('state_needsAttention');
    case 'delivered':
      return text('state_delivered');
    default:
      return unreachable(row.state);
  }
}

export function stateIcon({ state }: OutboxRow): IconName {
  return ICONS[state];
}

const ICONS: Readonly<Record<OutboxRow['state'], IconName>> = {
  held: 'pause',
  waiting: 'clock',
  sending: 'send',
  checking: 'search',
  retry: 'refresh',
  needsSignIn: 'lock',
  needsAttention: 'alert',
  delivered: 'check',
};

/** Neither arrived nor on its way at this moment. */
export function isEditable({ state }: OutboxRow): boolean {
  return state !== 'delivered' && state !== 'sending' && state !== 'checking';
}

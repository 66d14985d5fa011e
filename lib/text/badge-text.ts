import type { Badge } from '@/lib/domain/outbox/outbox-badge';
import { counted, text } from './text';

/** The badge in a sentence: the icon's tooltip, and what a screen reader says of it. */
export function badgeText(badge: Badge): string {
  switch (badge.kind) {
    case 'needsAttention':
      return counted('badgeNeedsAttention', badge.count);
    case 'needsSignIn':
      return counted('badgeNeedsSignIn', badge.count);
    case 'none':
      return text('actionTitle');
  }
}

import { browser } from 'wxt/browser';
import type { Badge } from '@/lib/domain/outbox/outbox-badge';

/** Told apart by more than colour: a number needs a decision, the mark needs a sign-in, and the title says which. */
const COLOURS = { needsAttention: '#b42318', needsSignIn: '#8f4b00' } as const;

/** A mark on the toolbar icon when something needs the rep; nothing when nothing does. */
export async function showBadge(badge: Badge, title: string): Promise<void> {
  const { action } = browser;
  await Promise.all([action.setTitle({ title }), action.setBadgeText({ text: badgeWords(badge) })]);
  if (badge.kind === 'none') return;
  await Promise.all([
    action.setBadgeBackgroundColor({ color: COLOURS[badge.kind] }),
    action.setBadgeTextColor({ color: '#ffffff' }),
  ]);
}

/** Four characters are what the icon has room for. */
function badgeWords(badge: Badge): string {
  if (badge.kind === 'none') return '';
  if (badge.kind === 'needsSignIn') return '!';
  return badge.count > 999 ? '999+' : String(badge.count);
}

import { expect, it } from 'vitest';
import { guardsInForce } from '@/lib/domain/guards/guards-in-force';
import { resolveSettings } from '@/lib/domain/settings/resolve';

const ALLOWS_ALL = {
  blockedDate: 'allow',
  blockedRegion: 'allow',
  recall: 'allow',
  calledToday: 'allow',
  doneElsewhere: 'allow',
  failingNumber: 'allow',
};

it.each([
  ['guards.blockedDates', ['2026-12-24'], 'blockedDate', 'block'],
  ['guards.blockedRegions', ['+1900'], 'blockedRegion', 'block'],
  ['guards.recallGapMinutes', 60, 'recall', 'ask'],
] as const)('no setting of a rep’s weakens what policy sets: %s', (key, value, action, standard) => {
  const own = { 'guards.otherActions': ALLOWS_ALL };
  expect(guardsInForce(resolveSettings({ [key]: value }, own))[action]).toBe(standard);
  expect(guardsInForce(resolveSettings({}, { ...own, [key]: value }))[action]).toBe('allow');
});

it('a rep’s own list and gap stand back behind the policy’s', () => {
  const own = { 'guards.blockedRegions': [], 'guards.doNotContact': 'allow', 'guards.recallGapMinutes': 0 };
  const policy = { 'guards.blockedRegions': ['UK'], 'guards.doNotContact': 'block', 'guards.recallGapMinutes': 30 };
  expect(guardsInForce(resolveSettings(policy, own))).toMatchObject({
    blockedRegions: ['GB'],
    doNotContact: 'block',
    recallGapMinutes: 30,
  });
});

it('counts days from Monday, and blocks premium and satellite numbers as shipped', () => {
  const hours = { action: 'block', start: '09:00', end: '17:00', days: ['mon', 'sun'] };
  const guards = guardsInForce(resolveSettings({ 'guards.callingHours': hours }, {}));
  expect(guards.callingHours.days).toEqual([1, 7]);
  expect(guards.blockedRegions).toEqual(expect.arrayContaining(['+1900', '+1976', '+881', '+882', '+883', '+979']));
  expect(guards.blockedRegion).toBe('block');
});

import { expect, it } from 'vitest';
import { CATALOGUE } from '@/lib/domain/settings/catalogue';
import { keepGoodEntries } from '@/lib/domain/settings/keep-good-entries';
import { resolveSettings } from '@/lib/domain/settings/resolve';

it('keeps the good entries of a list, and names each bad one', () => {
  const { values, problems } = resolveSettings(
    { 'guards.blockedRegions': ['UK', 'Germany', '+1900', 7], 'guards.blockedDates': ['2026-02-30', '2026-12-24'] },
    {},
  );
  expect(values['guards.blockedRegions']).toEqual(['GB', '+1900']);
  expect(values['guards.blockedDates']).toEqual(['2026-12-24']);
  expect(problems.map(({ key, problem, parts }) => [key, problem, ...parts])).toEqual([
    ['guards.blockedDates', 'problemInEntry', '1', 'problemDate'],
    ['guards.blockedRegions', 'problemInEntry', '2', 'problemRegion'],
    ['guards.blockedRegions', 'problemInEntry', '4', 'problemText'],
  ]);
});

it('keeps the good entries of a list inside a group, and the rest of the group', () => {
  const hours = { action: 'block', start: '09:00', end: '17:00', days: ['mon', 'funday', 'tue'] };
  const { values, problems } = resolveSettings({ 'guards.callingHours': hours }, {});
  expect(values['guards.callingHours']).toEqual({ ...hours, days: ['mon', 'tue'] });
  expect(problems[0]?.parts.slice(0, 3)).toEqual(['days', 'problemInEntry', '2']);
});

it('takes the default where no entry is good: an empty list would mean something that nobody wrote', () => {
  const { values, problems } = resolveSettings(
    { 'guards.blockedRegions': ['USA'], 'guards.callingHours': { action: 'block', days: ['funday'] } },
    {},
  );
  expect(values['guards.blockedRegions']).toEqual(CATALOGUE['guards.blockedRegions'].default);
  expect(values['guards.callingHours'].days).toEqual([]);
  expect(problems.map(({ key }) => key)).toEqual(['guards.callingHours', 'guards.blockedRegions']);
});

it('touches nothing that is no list', () => {
  const { spec } = CATALOGUE['guards.maxPerDay'];
  expect(keepGoodEntries(spec, 'many')).toEqual({ value: 'many', refused: [] });
});

it('leaves a list that is empty on purpose', () => {
  const { values, problems } = resolveSettings({ 'guards.blockedRegions': [] }, {});
  expect([values['guards.blockedRegions'], problems]).toEqual([[], []]);
});

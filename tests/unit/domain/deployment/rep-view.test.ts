import { expect, it } from 'vitest';
import { omitSecrets } from '@/lib/domain/deployment/omit-secrets';
import { repView } from '@/lib/domain/deployment/rep-view';
import { resolveSettings } from '@/lib/domain/settings/resolve';

it('arranges the wrap-up as the panel does', () => {
  const { values } = resolveSettings(
    {
      'logging.dispositions': [
        { name: 'Busy', key: '7', hidden: false },
        { name: 'Connected', key: '', hidden: true },
      ],
    },
    {},
  );
  expect(repView(values).dispositions.slice(0, 2)).toEqual([
    { name: 'Busy', key: '7' },
    { name: 'No Answer', key: '1' },
  ]);
});

it('tells a list that blocks from one that is empty', () => {
  const { values } = resolveSettings(
    { 'guards.blockedDates': ['2026-12-25'], 'guards.blockedRegions': [], 'guards.recallGapMinutes': 0 },
    {},
  );
  const action = (guard: string) => repView(values).guards.find((one) => one.guard === guard)?.action;
  expect([action('blockedDates'), action('blockedRegions'), action('recallGap')]).toEqual(['block', 'allow', 'allow']);
});

it('leaves what is no secret as it is', () => {
  const policy = { 'logging.retries': 'x', unknown: { password: 'p' } };
  expect(omitSecrets(policy)).toEqual({ policy, wereOmitted: false });
});

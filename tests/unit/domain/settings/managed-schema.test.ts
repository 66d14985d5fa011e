import { expect, it } from 'vitest';
import { CATALOGUE, SETTING_KEYS } from '@/lib/domain/settings/catalogue';
import { toManagedSchema } from '@/lib/domain/settings/managed-schema';

it('declares every key by type alone, so that Chrome never drops what we could name as wrong', () => {
  const { properties } = toManagedSchema(() => ({ title: 'T', description: 'D' })) as {
    properties: Record<string, object>;
  };
  expect(Object.keys(properties)).toEqual(SETTING_KEYS.filter((key) => CATALOGUE[key].isManaged));
  expect(properties['logging.holdSeconds']).toEqual({ title: 'T', description: 'D', type: 'number' });
  expect(properties['salesloft.scopes']).toMatchObject({ type: 'array', items: { type: 'string' } });
  expect(properties['network.minimums']).toMatchObject({
    type: 'object',
    properties: { jitterMs: { type: 'number' } },
  });
});

import { expect, it } from 'vitest';
import english from '@/public/_locales/en/messages.json';
import type { Spec } from '@/lib/domain/settings/spec';
import { CATALOGUE, isSettingKey, SECTIONS, SETTING_KEYS } from '@/lib/domain/settings/catalogue';

it('has a label and a help for every setting', () => {
  const names = SETTING_KEYS.flatMap((key) => [
    `setting_${key.replaceAll('.', '_')}`,
    `setting_${key.replaceAll('.', '_')}_help`,
  ]);
  expect(names.filter((name) => !Object.hasOwn(english, name))).toEqual([]);
});

it('has words for every field and every choice', () => {
  const names = SETTING_KEYS.flatMap((key) => namesIn(CATALOGUE[key].spec));
  expect(names.length).toBeGreaterThan(40);
  expect(names.filter((name) => !Object.hasOwn(english, name))).toEqual([]);
});

it('puts every setting into a section, and knows a key from an inherited name', () => {
  expect(SETTING_KEYS.filter((key) => !SECTIONS.includes(CATALOGUE[key].section))).toEqual([]);
  expect([isSettingKey('logging.retries'), isSettingKey('toString'), isSettingKey('__proto__')]).toEqual([
    true,
    false,
    false,
  ]);
});

function namesIn(spec: Spec): readonly string[] {
  if (spec.kind === 'choice') return spec.options.map((option) => `option_${option}`);
  if (spec.kind === 'list') return namesIn(spec.of);
  if (spec.kind !== 'object') return [];
  return Object.entries(spec.fields).flatMap(([name, field]) => [`field_${name}`, ...namesIn(field.spec)]);
}

import { expect, it } from 'vitest';
import english from '@/public/_locales/en/messages.json';
import type { Spec } from '@/lib/domain/settings/spec';
import { SECRET_NAMES } from '@/lib/domain/settings/values';
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

it('names every secret, so that a page knows it as set or not set', () => {
  const secrets = SETTING_KEYS.flatMap((key) => secretsIn(key, CATALOGUE[key].spec));
  expect([...new Set(secrets)].sort()).toEqual([...SECRET_NAMES].sort());
});

function secretsIn(name: string, spec: Spec): readonly string[] {
  if (spec.kind === 'text') return spec.isSecret ? [name] : [];
  if (spec.kind === 'list') return secretsIn(name, spec.of);
  if (spec.kind !== 'object') return [];
  return Object.entries(spec.fields).flatMap(([inner, field]) => secretsIn(inner, field.spec));
}

function namesIn(spec: Spec): readonly string[] {
  if (spec.kind === 'choice') return spec.options.map((option) => `option_${option}`);
  if (spec.kind === 'list') return namesIn(spec.of);
  if (spec.kind !== 'object') return [];
  return Object.entries(spec.fields).flatMap(([name, field]) => [`field_${name}`, ...namesIn(field.spec)]);
}

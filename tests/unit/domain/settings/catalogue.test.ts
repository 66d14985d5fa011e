import { expect, it } from 'vitest';
import english from '@/public/_locales/en/messages.json';
import { CATALOGUE, isSettingKey, SECTIONS, SETTING_KEYS } from '@/lib/domain/settings/catalogue';

it('has a label and a help for every setting', () => {
  const names = SETTING_KEYS.flatMap((key) => [`setting_${key.replaceAll('.', '_')}`, `setting_${key.replaceAll('.', '_')}_help`]);
  expect(names.filter((name) => !Object.hasOwn(english, name))).toEqual([]);
});

it('puts every setting into a section, and knows a key from an inherited name', () => {
  expect(SETTING_KEYS.filter((key) => !SECTIONS.includes(CATALOGUE[key].section))).toEqual([]);
  expect([isSettingKey('logging.retries'), isSettingKey('toString'), isSettingKey('__proto__')]).toEqual([true, false, false]);
});

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { CATALOGUE, SETTING_KEYS } from '@/lib/domain/settings/catalogue';
import { resolveSettings } from '@/lib/domain/settings/resolve';

const page = readFileSync(join(import.meta.dirname, '../../docs/policy.md'), 'utf8');
const examples = [...page.matchAll(/```json\n([\s\S]*?)```/g)].map(
  ([, json = '']) => JSON.parse(json) as Record<string, unknown>,
);

/** The first cells of the table's rows, each of which may name two keys. */
const rows = page
  .split('\n')
  .filter((line) => line.startsWith('|'))
  .map((line) => line.split('|')[1] ?? '');

it('has a row for every key, in bold when this version uses it', () => {
  const wrong = SETTING_KEYS.filter((key) => {
    const row = rows.find((cell) => cell.includes(`\`${key}\``));
    return row?.includes(`**\`${key}\`**`) !== CATALOGUE[key].isInUse;
  });
  expect(wrong).toEqual([]);
});

it('shows policies that are good, and the same for each platform', () => {
  const [linux, console] = examples;
  const ofLinux = (linux as { '3rdparty': { extensions: Record<string, Record<string, unknown>> } })['3rdparty']
    .extensions;
  const policy = Object.values(ofLinux)[0] ?? {};
  expect(Object.keys(policy).length).toBeGreaterThan(3);
  expect(resolveSettings(policy, {}).problems).toEqual([]);
  const ofConsole = Object.entries(console as Record<string, { Value: unknown }>).map(([key, { Value }]) => [
    key,
    Value,
  ]);
  expect(Object.fromEntries(ofConsole)).toEqual(policy);
});

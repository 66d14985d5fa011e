import { expect, it } from 'vitest';
import type { SalesloftClient } from '@/lib/salesloft/http-client';
import { readRep } from '@/lib/salesloft/team';

it.each([
  ['US/Eastern', 'US/Eastern'],
  [null, 'America/Los_Angeles'],
  ['', 'America/Los_Angeles'],
  ['Eastern Time (US & Canada)', 'America/Los_Angeles'],
])('a rep of the time zone %j goes by %s: this computer knows where it is', async (time_zone, timeZone) => {
  const get: SalesloftClient['get'] = () =>
    Promise.resolve({ ok: true, value: { data: { id: 1, guid: 'g', name: 'Dana', time_zone } } });
  const read = await readRep({ get } as SalesloftClient, () => 'America/Los_Angeles');
  expect(read).toMatchObject({ ok: true, value: { timeZone } });
});

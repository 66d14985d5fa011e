import { expect, it } from 'vitest';
import { createEvents } from '@/lib/services/core/create-events';

type Told = { readonly rang: [who: string]; readonly stopped: [] };

it('runs the listeners of one event one after the other, in the order they subscribed in', async () => {
  const events = createEvents<Told>();
  const seen: string[] = [];
  events.on('rang', async (who) => {
    await Promise.resolve();
    seen.push(`first ${who}`);
  });
  events.on('stopped', () => Promise.reject(new Error('not told')));
  events.on('rang', (who) => void seen.push(`second ${who}`));
  await events.tell('rang', 'Dana');
  expect(seen).toEqual(['first Dana', 'second Dana']);
});

it('needs no listener, and tells whoever is told of a failure', async () => {
  const events = createEvents<Told>();
  await expect(events.tell('rang', 'Dana')).resolves.toBeUndefined();
  events.on('rang', () => Promise.reject(new Error('no answer')));
  await expect(events.tell('rang', 'Dana')).rejects.toThrow('no answer');
});

import { expect, it } from 'vitest';
import { createSignOut } from '@/lib/services/sign-in/sign-out';

function setUp(unsent: number) {
  const seen: string[] = [];
  const signOut = createSignOut({
    outbox: { counts: () => Promise.resolve({ unsent }) },
    disconnect: () => Promise.resolve(void seen.push('disconnected')),
    clearScreen: () => Promise.resolve(void seen.push('cleared')),
  });
  return { signOut, seen };
}

it('signs out first, then clears the screen', async () => {
  const { signOut, seen } = setUp(0);
  expect(await signOut(false)).toBe('signed-out');
  expect(seen).toEqual(['disconnected', 'cleared']);
});

it('does nothing while logs wait, unless told to sign out even so', async () => {
  const { signOut, seen } = setUp(2);
  expect(await signOut(false)).toBe('logs-waiting');
  expect(seen).toEqual([]);
  expect(await signOut(true)).toBe('signed-out');
  expect(seen).toEqual(['disconnected', 'cleared']);
});

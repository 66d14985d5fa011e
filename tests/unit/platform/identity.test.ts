import { describe, expect, it } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { openSignInWindow } from '@/lib/platform/identity';

function answerWith(answer: () => Promise<string | undefined>): void {
  fakeBrowser.identity.launchWebAuthFlow = answer;
}

describe('the sign-in window', () => {
  it('gives the address it was sent back to', async () => {
    answerWith(async () => 'https://abc.chromiumapp.org/?code=C');
    expect(await openSignInWindow('https://accounts.salesloft.com/')).toBe('https://abc.chromiumapp.org/?code=C');
  });

  it.each([
    ['The user did not approve access.', 'sign-in-closed'],
    ['Authorization page could not be loaded.', 'salesloft-unreachable'],
    ['Something Chrome says one day.', 'sign-in-closed'],
  ])('turns Chrome’s "%s" into %s', async (words, code) => {
    answerWith(() => Promise.reject(new Error(words)));
    await expect(openSignInWindow('https://accounts.salesloft.com/')).rejects.toMatchObject({ code });
  });

  it('was closed when nothing came back', async () => {
    answerWith(async () => undefined);
    await expect(openSignInWindow('https://accounts.salesloft.com/')).rejects.toMatchObject({ code: 'sign-in-closed' });
  });
});

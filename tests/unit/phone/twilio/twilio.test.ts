import { afterEach, describe, expect, it, vi } from 'vitest';
import { expiryOf, fetchAccessToken, readJwt } from '@/lib/phone/twilio/fetch-twilio-token';
import { dialStatusIn, innermost, isTokenRefusal, outcomeOf } from '@/lib/phone/twilio/twilio-outcome';

const jwt = (payload: object): string =>
  `e30.${btoa(JSON.stringify(payload)).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '')}.x`;

describe('a Twilio token', () => {
  afterEach(() => {
    vi.unstubAllGlobals();
  });
  const answers = (status: number, body: string): ReturnType<typeof vi.fn> => {
    const fetched = vi.fn(async () => new Response(body, { status }));
    vi.stubGlobal('fetch', fetched);
    return fetched;
  };

  it.each(['token', 'accessToken', 'access_token', 'jwt'])('is found under %s', (name) => {
    expect(readJwt(JSON.stringify({ identity: 'dana', [name]: 'e30.e30.x' }))).toBe('e30.e30.x');
  });

  it.each(['<html>Sign in</html>', 'null', '[]', '{}', '{"token":""}', '{"token":7}'])('is not in %s', (answer) => {
    expect(readJwt(answer)).toBeUndefined();
  });

  it('says itself when it ends', () => {
    expect(expiryOf(jwt({ exp: 1_800_000_000, grants: { identity: 'Zoë>?' } }))).toBe(1_800_000_000_000);
    expect([expiryOf('not a token'), expiryOf(jwt({})), expiryOf('')]).toEqual([undefined, undefined, undefined]);
  });

  it('is asked for with the rep’s cookies and no header of ours', async () => {
    const fetched = answers(200, JSON.stringify({ token: jwt({ exp: 2 }) }));
    expect(await fetchAccessToken('https://tokens.example/voice', 0)).toEqual({
      jwt: jwt({ exp: 2 }),
      expiresAt: 2_000,
    });
    const request = fetched.mock.calls[0]?.[0] as Request;
    expect([request.url, request.credentials, request.method, request.headers.get('authorization')]).toEqual([
      'https://tokens.example/voice',
      'include',
      'GET',
      null,
    ]);
    expect(request.redirect).toBe('error');
  });

  it.each([
    [-5, 600_000],
    [1e308, 86_400_000],
  ])('that says it ends at %d is not believed', async (exp, expiresAt) => {
    answers(200, JSON.stringify({ token: jwt({ exp }) }));
    expect(await fetchAccessToken('https://tokens.example/voice', 0)).toMatchObject({ expiresAt });
  });

  it.each([401, 503])('that is answered with %i is told with the host alone', async (status) => {
    answers(status, '');
    await expect(fetchAccessToken('https://tokens.example/voice?key=hidden', 0)).rejects.toMatchObject({
      detail: `tokens.example: ${String(status)}`,
    });
  });

  it('that does not say when it ends is taken for ten minutes', async () => {
    answers(200, '{"token":"opaque"}');
    expect(await fetchAccessToken('https://tokens.example/voice', 1_000)).toEqual({
      jwt: 'opaque',
      expiresAt: 601_000,
    });
  });

  it.each([
    [401, '', 'twilio-token-refused'],
    [403, '{"token":"x"}', 'twilio-token-refused'],
    [200, '<html>Sign in</html>', 'twilio-token-refused'],
    [500, '', 'twilio-token-unreachable'],
    [503, '{"token":"x"}', 'twilio-token-unreachable'],
  ])('that is answered with %i %s is told as it is', async (status, body, code) => {
    const fetched = answers(status, body);
    await expect(fetchAccessToken('https://tokens.example/voice', 0)).rejects.toMatchObject({ code });
    expect(fetched).toHaveBeenCalledTimes(1);
  });

  it('whose server is out of reach is told as that', async () => {
    vi.stubGlobal('fetch', () => Promise.reject(new TypeError('Failed to fetch')));
    await expect(fetchAccessToken('https://tokens.example/voice', 0)).rejects.toMatchObject({
      code: 'twilio-token-unreachable',
    });
  });
});

describe('how a Twilio call ended', () => {
  const end = (change: object) => outcomeOf({ wasAnswered: false, code: 0, words: '', dialStatus: '', ...change });

  it.each([
    [{}, 'noAnswer', ''],
    [{ dialStatus: 'busy' }, 'busy', ''],
    [{ dialStatus: 'no-answer' }, 'noAnswer', ''],
    [{ dialStatus: 'failed' }, 'failed', ''],
    [{ dialStatus: 'something new' }, 'noAnswer', ''],
    [{ code: 31_486, words: 'Busy Here' }, 'busy', ''],
    [{ code: 31_480, words: 'Gone' }, 'noAnswer', ''],
    [{ code: 31_603, words: 'Decline' }, 'rejected', ''],
    [{ code: 31_600, words: 'Busy Everywhere' }, 'busy', ''],
    [{ code: 31_607, words: 'Unwanted' }, 'blocked', '31607 Unwanted'],
    [{ code: 31_608, words: 'Rejected' }, 'blocked', '31608 Rejected'],
    [{ code: 31_603, words: 'Network Blocked' }, 'blocked', '31603 Network Blocked'],
    [{ code: 13_224, words: 'Invalid phone number' }, 'failed', '13224 Invalid phone number'],
    [{ code: 31_404, words: 'Not found' }, 'failed', '31404 Not found'],
    [{ code: 31_002, words: 'The application refused' }, 'failed', '31002 The application refused'],
    [{ wasAnswered: true }, 'hungUpByPerson', ''],
    [{ wasAnswered: true, dialStatus: 'busy' }, 'hungUpByPerson', ''],
    [{ wasAnswered: true, code: 53_405, words: 'Media lost' }, 'lost', '53405 Media lost'],
  ])('%o: %s', (how, reason, failure) => {
    expect(end(how)).toEqual({ reason, failure });
  });

  it.each([
    [
      { code: 31_005, message: 'Error sent from gateway in HANGUP', originalError: { code: 31_600, message: 'Busy' } },
      31_600,
      'Busy',
    ],
    [
      { code: 31_005, message: 'Error sent', originalError: { code: 31_603, message: 'Network Blocked' } },
      31_603,
      'Network Blocked',
    ],
    [{ code: 31_005, message: 'Error sent', originalError: { code: 13_224 } }, 13_224, ''],
    [{ code: 31_005, message: 'Error sent', originalError: {} }, 31_005, 'Error sent'],
    [{ code: 31_005, message: 'Error sent' }, 31_005, 'Error sent'],
    [{ code: 31_486, message: 'x', explanation: 'Busy here' }, 31_486, 'Busy here'],
    [{ code: 31_005, message: 'Error sent', originalError: new TypeError('no code') }, 31_005, 'Error sent'],
  ])('%j is read to its core', (told, code, words) => {
    expect(innermost(told)).toEqual({ code, words });
  });

  it('is in a message of the organization’s server, as JSON or read already', () => {
    expect([{ DialCallStatus: 'busy' }, '{"DialCallStatus":"busy"}'].map(dialStatusIn)).toEqual(['busy', 'busy']);
    expect([undefined, null, 7, '', 'busy', '{}', 'null', { DialCallStatus: 7 }].map(dialStatusIn)).toEqual(
      Array(8).fill(''),
    );
  });

  it.each([20_101, 20_104, 20_151, 31_201, 31_202, 31_204, 31_205, 31_207])('knows %i for a refused token', (code) => {
    expect(isTokenRefusal(code)).toBe(true);
  });
  it.each([0, 31_000, 31_005, 31_206, 31_486, 53_000])('and %i for none', (code) => {
    expect(isTokenRefusal(code)).toBe(false);
  });
});

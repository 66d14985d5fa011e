import { describe, expect, it } from 'vitest';
import { CATALOGUE } from '@/lib/domain/settings/catalogue';
import { keepSecrets, withoutSecrets } from '@/lib/domain/settings/keep-secrets';

const { spec } = CATALOGUE['telephony.sip'];
const turn = (urls: string, credential: string) => ({ urls, username: 'rep', credential });
const known = {
  server: 'wss://sip.test',
  password: 'pass-1',
  iceServers: [turn('turn:a.test', 'secret-a'), turn('turn:b.test', 'secret-b')],
};
const seen = withoutSecrets(spec, { ...CATALOGUE['telephony.sip'].default, ...known }) as {
  readonly iceServers: readonly { readonly urls: string; readonly credential: boolean }[];
};

describe('a secret that a page never saw', () => {
  it('stays when another field is changed', () => {
    expect(keepSecrets(spec, { ...seen, domain: 'sip.test' }, known)).toMatchObject({
      password: 'pass-1',
      domain: 'sip.test',
    });
  });

  it('is replaced by a new one, and gone when it is taken away', () => {
    expect(keepSecrets(spec, { ...seen, password: 'pass-2' }, known)).toMatchObject({ password: 'pass-2' });
    expect(keepSecrets(spec, { ...seen, password: '' }, known)).toMatchObject({ password: '' });
  });

  it('goes with its own entry of a list when one before it is removed', () => {
    const { iceServers } = keepSecrets(spec, { ...seen, iceServers: seen.iceServers.slice(1) }, known) as typeof known;
    expect(iceServers).toEqual([turn('turn:b.test', 'secret-b')]);
  });

  it('stays with an entry whose other fields are changed, as long as its host is the same', () => {
    const changed = [{ ...seen.iceServers[0], urls: 'turn:a.test?transport=tcp' }, seen.iceServers[1]];
    const { iceServers } = keepSecrets(spec, { ...seen, iceServers: changed }, known) as typeof known;
    expect(iceServers).toEqual([turn('turn:a.test?transport=tcp', 'secret-a'), turn('turn:b.test', 'secret-b')]);
  });

  it('is not made up where there was none', () => {
    const added = { urls: 'turn:c.test', username: '', credential: true };
    const { iceServers } = keepSecrets(
      spec,
      { ...seen, iceServers: [...seen.iceServers, added] },
      known,
    ) as typeof known;
    expect(iceServers[2]?.credential).toBe(true);
    expect(keepSecrets(spec, { ...seen, password: false }, {})).toMatchObject({ password: '' });
  });
});

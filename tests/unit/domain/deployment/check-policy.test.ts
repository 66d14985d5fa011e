import { describe, expect, it } from 'vitest';
import { checkPolicy } from '@/lib/domain/deployment/check-policy';
import { findContradictions } from '@/lib/domain/deployment/contradictions';
import { fitsSchema } from '@/lib/domain/deployment/fits-schema';
import { map } from '@/lib/domain/settings/spec';
import type { Policy } from '@/lib/domain/deployment/policy';
import { CATALOGUE, SETTING_KEYS } from '@/lib/domain/settings/catalogue';
import { resolveSettings } from '@/lib/domain/settings/resolve';

const found = (policy: Policy) =>
  checkPolicy(policy).findings.map(({ kind, keys, problem }) => [kind, keys.join('+'), problem]);

describe('a policy, checked', () => {
  it('finds nothing in the standard values', () => {
    const standard = Object.fromEntries(
      SETTING_KEYS.filter(
        (key) => CATALOGUE[key].isManaged && CATALOGUE[key].isInUse && !key.startsWith('telephony.'),
      ).map((key) => [key, CATALOGUE[key].default]),
    );
    expect(found(standard)).toEqual([]);
  });

  it.each([
    ['an unknown name', { 'logging.holdseconds': 5 }, 'unknown'],
    ['a name from an object’s prototype', { constructor: 5 }, 'unknown'],
    ['a setting that no policy sets', { 'session.overlay': false }, 'unknown'],
    ['text for a number', { 'logging.holdSeconds': '5' }, 'dropped'],
    ['one wrong entry', { 'guards.blockedDates': ['2026-12-24', 25] }, 'dropped'],
    ['a wrong field', { 'telephony.sip': { server: 5 } }, 'dropped'],
    ['a number out of its limits', { 'logging.holdSeconds': 31 }, 'refused'],
    ['a field nobody knows', { 'telephony.handoff': { scheme: 'tel', extra: 1 } }, 'refused'],
    ['a fraction of a whole', { 'logging.holdSeconds': 2.5 }, 'refused'],
  ])('names %s', (_what, policy, kind) => {
    const { findings, effective } = checkPolicy(policy);
    expect(findings.map((one) => one.kind)).toContain(kind);
    if (kind === 'dropped') expect(Object.values(effective.origins)).not.toContain('policy');
  });

  it.each([
    ['a line without its address', { 'telephony.provider': 'sip' }, 'contradictionSip'],
    ['Twilio without a token address', { 'telephony.provider': 'twilio' }, 'contradictionTwilio'],
    ['another line’s settings', { 'telephony.sip': { server: 'wss://a.example' } }, 'contradictionOtherLine'],
    ['a caller id that no one sees', { 'telephony.callerId': '+14045550134' }, 'contradictionCallerId'],
    ['ad-hoc logs without a reference', { 'logging.reference': false }, 'contradictionReference'],
    ['hours that are allowed anyway', { 'guards.callingHours': { action: 'allow' } }, 'contradictionHours'],
    ['a brake that never holds', { 'guards.maxPerMinute': 500 }, 'contradictionBrake'],
    [
      'a secret for a gateway',
      { 'salesloft.clientId': 'a', 'salesloft.clientSecret': 's', 'salesloft.tokenUrl': 'https://g.example/' },
      'contradictionSecretAndGateway',
    ],
    ['a secret of nobody', { 'salesloft.clientSecret': 's' }, 'contradictionSecretWithoutClient'],
    ['scopes that cannot log', { 'salesloft.scopes': ['people:read'] }, 'contradictionScopes'],
    [
      'a link without the call’s id',
      { 'telephony.recording': { mode: 'provider', urlTemplate: 'https://r.example/' } },
      'contradictionRecordingLink',
    ],
    [
      'a link that nothing writes',
      { 'telephony.recording': { urlTemplate: 'https://r.example/{callId}' } },
      'contradictionRecordingOff',
    ],
    [
      'one digit for two',
      {
        'logging.dispositions': [
          { name: 'A', key: '1' },
          { name: 'B', key: '1' },
        ],
      },
      'contradictionChoices',
    ],
    [
      'an outcome that is hidden',
      { 'logging.dispositions': [{ name: 'A', hidden: true }], 'logging.outcomes': { busy: 'A' } },
      'contradictionHiddenOutcome',
    ],
    ['personal data for nobody', { 'reporting.includePersonalData': true }, 'contradictionEvents'],
  ])('finds a contradiction: %s', (_what, policy, problem) => {
    expect(found(policy as Policy).map(([, , one]) => one)).toContain(problem);
  });

  it('finds none where the guard of ad-hoc calls makes the reference needless', () => {
    expect(found({ 'logging.reference': false, 'logging.adHocGuard': 'task' })).toEqual([]);
  });

  it('contradictions of somebody who has set nothing are none', () => {
    expect(findContradictions(resolveSettings({}, {}))).toEqual([]);
  });

  it('knows what Chrome passes on', () => {
    expect(fitsSchema(CATALOGUE['telephony.sip'].spec, { server: 'anything', extra: 5 })).toBe(true);
    expect(fitsSchema(CATALOGUE['telephony.sip'].spec, { iceServers: [{ urls: 5 }] })).toBe(false);
    expect(fitsSchema(CATALOGUE['logging.holdSeconds'].spec, 2.5)).toBe(true);
  });
});

it('passes a group of free names on only while every value is a text', () => {
  expect(
    [{ 'Call Purpose': 'Discovery' }, {}, { 'Opt in': true }, ['x'], 'x'].map((one) => fitsSchema(map, one)),
  ).toEqual([true, true, false, false, false]);
});

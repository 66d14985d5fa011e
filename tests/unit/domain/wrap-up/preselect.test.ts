import { expect, it } from 'vitest';
import { noAnswerName, preselect } from '@/lib/domain/wrap-up/preselect';
import { aCall, anEndedCall, someTeamRules } from '@/tests/support/builders/builders';

const outcomes = {
  noAnswer: 'No Answer',
  busy: 'Busy',
  failed: 'Nonsense',
  voicemail: 'Left Voicemail',
  connected: 'Connected',
  canceled: '',
};

it.each([
  ['a busy line', aCall({ state: 'ended', endReason: 'busy' }), 'Busy'],
  ['a declined call', aCall({ state: 'ended', endReason: 'rejected' }), 'Busy'],
  ['a blocked call, of a team that has no word for it', aCall({ state: 'ended', endReason: 'blocked' }), ''],
  ['no answer', aCall({ state: 'ended', endReason: 'noAnswer' }), 'No Answer'],
  ['an answered call', anEndedCall(), 'Connected'],
  ['a call that the rep cancelled', aCall({ state: 'ended', endReason: 'hungUpByRep' }), ''],
  ['a name that the team does not have', aCall({ state: 'ended', endReason: 'failed' }), ''],
  ['a live call', aCall(), ''],
])('chooses for %s', (_words, call, disposition) => {
  expect(preselect(call, outcomes, someTeamRules())).toBe(disposition);
});

it('chooses the team’s own word for a call that the network blocked', () => {
  const blocked = aCall({ state: 'ended', endReason: 'blocked' });
  expect(preselect(blocked, outcomes, someTeamRules({ dispositions: ['Busy', 'Carrier blocked'] }))).toBe(
    'Carrier blocked',
  );
});

it.each([
  ['the disposition of that name', ['Screened by assistant', 'Screened'], 'Screened'],
  ['the only one with the word', ['Connected', 'Call screened'], 'Call screened'],
  ['none where two have the word', ['Screened, hung up', 'Screened, left word', 'Connected'], ''],
  ['none that denies it, or means something else', ['Not screened', 'Screen share booked', 'Connected'], ''],
])('chooses for a call that an assistant answered %s', (_words, dispositions, name) => {
  expect(preselect(anEndedCall({ answeredBy: 'assistant' }), outcomes, someTeamRules({ dispositions }))).toBe(name);
});

it.each([
  ['as the settings say', 'Left Voicemail', 'Left Voicemail'],
  ['not as connected where they say nothing', '', ''],
])('chooses for a voicemail %s', (_words, voicemail, name) => {
  const rules = someTeamRules({ dispositions: ['Connected', 'Left Voicemail'] });
  expect(preselect(anEndedCall({ answeredBy: 'voicemail' }), { ...outcomes, voicemail }, rules)).toBe(name);
});

it('chooses nothing while the team’s list is unknown', () => {
  expect(preselect(anEndedCall(), outcomes, undefined)).toBe('');
});

it.each([
  ['as the settings say', { noAnswer: 'Kein Abheben' }, ['Kein Abheben', 'No Answer'], 'Kein Abheben'],
  ['by its name otherwise', { noAnswer: '' }, ['Connected', 'No-answer'], 'No-answer'],
  ['not by a name the team does not have', { noAnswer: 'Gone' }, ['Connected'], ''],
])('knows the team’s “no answer” %s', (_words, change, dispositions, name) => {
  expect(noAnswerName({ ...outcomes, ...change }, someTeamRules({ dispositions }))).toBe(name);
});

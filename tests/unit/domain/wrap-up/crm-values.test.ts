import { describe, expect, it } from 'vitest';
import { crmFieldsOf, crmValueOf, lackingCrmFields, withCrmDefaults } from '@/lib/domain/wrap-up/crm-values';
import { aCrmChoice, someTeamRules } from '@/tests/support/builders/builders';

const purpose = aCrmChoice();
const flag = aCrmChoice({ name: 'Opt_In__c', title: 'Opt in', fieldId: '802', kind: 'flag', choices: [] });
const day = aCrmChoice({ name: 'Next_Step__c', title: 'Next step', fieldId: '803', kind: 'date', choices: [] });
const words = aCrmChoice({ name: 'Topic__c', title: 'Topic', fieldId: '804', kind: 'text', choices: [] });
const draft = { disposition: 'Connected', sentiment: '', notes: '' };

describe('a default of the settings', () => {
  it.each([
    ['the CRM’s name', { Call_Purpose__c: 'renewal' }, 'renewal'],
    ['the title', { 'Call Purpose': 'renewal' }, 'renewal'],
    ['the id', { '801': 'renewal' }, 'renewal'],
    ['the label of a choice', { Call_Purpose__c: 'Renewal' }, 'renewal'],
    ['what is no choice', { Call_Purpose__c: 'Churn' }, ''],
    ['another field', { Topic__c: 'renewal' }, ''],
    ['an inherited name', {}, ''],
  ])('by %s', (_by, defaults, value) => {
    expect(crmValueOf(purpose, undefined, defaults)).toBe(value);
  });

  it('stands aside for what the rep chose, and for a blank left on purpose', () => {
    const defaults = { Call_Purpose__c: 'renewal' };
    expect(crmValueOf(purpose, { Call_Purpose__c: 'discovery' }, defaults)).toBe('discovery');
    expect(crmValueOf(purpose, { Call_Purpose__c: '' }, defaults)).toBe('');
  });

  it('must be one that the kind of field can hold', () => {
    expect(crmValueOf(flag, undefined, { 'Opt in': 'yes' })).toBe('');
    expect(crmValueOf(flag, undefined, { 'Opt in': 'true' })).toBe('true');
    expect(crmValueOf(day, undefined, { 'Next step': 'tomorrow' })).toBe('');
    expect(crmValueOf(day, undefined, { 'Next step': '2026-12-01' })).toBe('2026-12-01');
  });
});

describe('what goes with the log', () => {
  it('is every field that has a value, and none that Salesloft writes itself', () => {
    const preset = aCrmChoice({ name: 'Type', title: 'Type', kind: 'text', choices: [], preset: 'Call' });
    const rules = someTeamRules({ crmFields: [purpose, words, preset] });
    const touched = { ...draft, crmFields: { Topic__c: ' ', Type: 'Email', Gone__c: 'x' } };
    expect(withCrmDefaults(touched, rules, { 'Call Purpose': 'Discovery', Type: 'x' })).toEqual({
      ...draft,
      crmFields: { Call_Purpose__c: 'discovery' },
    });
  });

  it('is nothing where the team has no fields', () => {
    expect(withCrmDefaults({ ...draft, crmFields: {} }, someTeamRules({ crmFields: [] }), { a: 'b' })).toEqual(draft);
  });

  it('is what was written by name while the fields are not known', () => {
    const written = { ...draft, crmFields: { Call_Purpose__c: 'renewal' } };
    expect(withCrmDefaults(written, someTeamRules(), { Topic__c: 'x' })).toEqual(written);
    expect(withCrmDefaults(written, undefined, {})).toEqual(written);
  });
});

describe('what a log lacks', () => {
  it('is a required field that is blank, listed or not', () => {
    const rules = someTeamRules({ crmFields: [words], requiredCrmFields: ['Topic__c', 'Unlisted__c'] });
    expect(crmFieldsOf(rules).map(({ title }) => title)).toEqual(['Topic', 'Unlisted__c']);
    expect(lackingCrmFields({ Topic__c: ' ' }, rules)).toEqual(['Topic__c', 'Unlisted__c']);
    expect(lackingCrmFields({ Topic__c: 'x', Unlisted__c: 'y' }, rules)).toEqual([]);
  });

  it('is a choice that the team does not have, required or not', () => {
    const rules = someTeamRules({ crmFields: [purpose] });
    expect(lackingCrmFields({ Call_Purpose__c: 'Renewal' }, rules)).toEqual(['Call_Purpose__c']);
    expect(lackingCrmFields({}, rules)).toEqual([]);
  });

  it('is nothing that Salesloft writes itself', () => {
    const rules = someTeamRules({
      crmFields: [aCrmChoice({ preset: 'discovery' })],
      requiredCrmFields: [purpose.name],
    });
    expect(lackingCrmFields({}, rules)).toEqual([]);
  });
});

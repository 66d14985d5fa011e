import { expect, it } from 'vitest';
import { crmRefusals, missedCrmFields } from '@/lib/domain/outbox/crm-refusals';
import { aCrmChoice } from '@/tests/support/builders/builders';

const listed = [aCrmChoice(), aCrmChoice({ name: 'Type', title: 'Type of call' })];
const refused = (refusals: Readonly<Record<string, string>>) =>
  ({ code: 'refused', field: '', words: '', refusals }) as const;

it.each([
  ['the CRM’s name', { Call_Purpose__c: 'can’t be blank' }, ['Call_Purpose__c']],
  ['the name in other letters', { call_purpose__c: 'can’t be blank' }, ['Call_Purpose__c']],
  ['the title', { 'Call Purpose': 'can’t be blank' }, ['Call_Purpose__c']],
  ['a path', { 'crm_params.Call_Purpose__c': 'is required' }, ['Call_Purpose__c']],
  ['a path in brackets', { 'crm_params[Call_Purpose__c]': 'is required' }, ['Call_Purpose__c']],
  ['a sentence with the name', { crm_params: 'Call_Purpose__c can’t be blank' }, ['Call_Purpose__c']],
  ['a sentence with the title', { crm_params: 'Call Purpose is required' }, ['Call_Purpose__c']],
  ['a name before a title', { crm_params: 'Type: type of call is required' }, ['Type']],
  ['a sentence with a field that is not listed', { crm_params: 'Region__c can’t be blank' }, ['Region__c']],
  ['a sentence that names none', { crm_params: 'is invalid' }, []],
  ['a field that is not listed', { Region__c: 'can’t be blank' }, ['Region__c']],
  ['fields of the log itself', { disposition: 'can’t be blank', person_id: 'is gone', base: 'no' }, []],
])('finds the CRM field in %s', (_what, refusals, names) => {
  expect(Object.keys(crmRefusals(refused(refusals), listed))).toEqual(names);
});

it('takes what is no other field for one while none is known', () => {
  expect(crmRefusals(refused({ Call_Purpose__c: 'no', to: 'no' }), [])).toEqual({ Call_Purpose__c: 'no' });
});

it('says nothing after an outage', () => {
  expect(crmRefusals({ ...refused({ Type: 'no' }), code: 'salesloft-error' }, listed)).toEqual({});
});

it('learns as required only what was not sent', () => {
  const reason = refused({ Call_Purpose__c: 'can’t be blank', Type: 'is not included in the list' });
  expect(missedCrmFields(reason, listed, { Type: 'odd' })).toEqual(['Call_Purpose__c']);
  expect(missedCrmFields(reason, listed, undefined)).toEqual(['Call_Purpose__c', 'Type']);
});

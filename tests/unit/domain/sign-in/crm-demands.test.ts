import { expect, it } from 'vitest';
import { demandedBy, withDemands } from '@/lib/domain/sign-in/crm-demands';

const DAY_MS = 86_400_000;
const known = withDemands(withDemands(undefined, '3', ['Topic__c'], 0), '3', ['Call_Purpose__c'], 20 * DAY_MS);

it('is believed for thirty days from the last refusal', () => {
  expect(demandedBy(known, '3', 29 * DAY_MS)).toEqual(['Topic__c', 'Call_Purpose__c']);
  expect(demandedBy(known, '3', 31 * DAY_MS)).toEqual(['Call_Purpose__c']);
  expect(demandedBy(undefined, '3', 0)).toEqual([]);
});

it('is of one team alone', () => {
  expect(demandedBy(known, '4', 0)).toEqual([]);
  expect(withDemands(known, '4', ['Other__c'], 0).learntAt).toEqual({ Other__c: 0 });
});

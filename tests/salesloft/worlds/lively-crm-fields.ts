import { aCrmField } from '../builders/team.ts';
import type { CrmField } from '../rows.ts';
import type { World } from '../world.ts';

/** What the lively team's CRM wants to know of a call: each kind of field once. */
export function livelyCrmFields(): CrmField[] {
  return [
    aCrmField('Call_Purpose__c', { Discovery: 'discovery', Renewal: 'renewal', 'Upsell & cross-sell': 'upsell' }),
    aCrmField('Competitor__c', {}, { title: 'Competitor mentioned' }),
    aCrmField('Next_Step_Date__c', {}, { title: 'Next step on', type: 'date' }),
    aCrmField('Recorded_With_Consent__c', {}, { title: 'Agreed to recording', type: 'boolean' }),
    aCrmField('Type', {}, { preset: 'Call' }),
  ];
}

/** From now on no call is logged without these two. */
export function demandCrmFields(world: World): World {
  world.rules.requiredCrmFields = ['Call_Purpose__c', 'Competitor__c'];
  return world;
}

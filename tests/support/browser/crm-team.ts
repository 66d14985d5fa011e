import type { CrmField } from '../../../lib/domain/sign-in/crm-field.ts';
import { teamRules } from './panel-snapshots.ts';

const crmField = (title: string, kind: CrmField['kind'], change: Partial<CrmField> = {}): CrmField => ({
  name: title,
  title,
  fieldId: '',
  kind,
  choices: [],
  preset: '',
  ...change,
});

/** A team that wants to know something of each kind. */
export const crmTeam = {
  ...teamRules,
  crmFields: [
    crmField('Agreed to recording', 'flag'),
    crmField('Call purpose', 'choice', { choices: [{ label: 'Discovery', value: 'discovery' }] }),
    crmField('Competitor mentioned', 'text'),
    crmField('Next step on', 'date'),
    crmField('Type', 'text', { preset: 'Call' }),
  ],
  requiredCrmFields: ['Call purpose', 'Zuständigkeitsbereich_der_Gesprächspartnerin__c'],
};

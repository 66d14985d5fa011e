import type { ApiResult } from '@/lib/domain/core/api-result';
import type { CrmChoice, CrmField } from '@/lib/domain/sign-in/crm-field';
import type { SalesloftClient } from './http-client';
import { readAll } from './list';
import { idOf, isWire, textOf, type Wire } from './wire';

/** The CRM fields of a call: one point, more for very long lists. */
export function readCrmFields(client: SalesloftClient): Promise<ApiResult<readonly CrmField[]>> {
  const query = { source: 'phone', sort_by: 'title', sort_direction: 'ASC' };
  return readAll(client, '/v2/crm_activity_fields', query, parseCrmField);
}

function parseCrmField(row: Wire): CrmField | undefined {
  const name = textOf(row, 'field');
  // An ignored filter must not ask for the fields of an e-mail.
  if (name === '' || !['', 'phone'].includes(textOf(row, 'source'))) return undefined;
  const choices = choicesOf(row['picklist_values']);
  return {
    name,
    title: textOf(row, 'title') || name,
    fieldId: idOf(row),
    kind: choices.length > 0 ? 'choice' : kindOf(textOf(row, 'field_type')),
    choices,
    preset: textOf(row, 'value'),
  };
}

/** The CRM's own words, which nobody lists; what is not known is a text. */
function kindOf(fieldType: string): CrmField['kind'] {
  if (/^(boolean|checkbox)$/i.test(fieldType)) return 'flag';
  return /^date$/i.test(fieldType) ? 'date' : 'text';
}

/** `{label: value}`; Salesloft takes the values and refuses the labels. */
function choicesOf(picklist: unknown): readonly CrmChoice[] {
  if (!isWire(picklist)) return [];
  return Object.entries(picklist).flatMap(([label, value]) =>
    typeof value === 'string' && value !== '' ? [{ label, value }] : [],
  );
}

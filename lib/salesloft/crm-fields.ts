import type { ApiResult } from '@/lib/domain/core/api-result';
import type { CrmChoice, CrmField } from '@/lib/domain/sign-in/crm-field';
import type { SalesloftClient } from './http-client';
import { readAll } from './list';
import { idOf, isWire, textOf, type Wire } from './wire';

/** The CRM fields of a call, each once: one point, more for very long lists. */
export async function readCrmFields(client: SalesloftClient): Promise<ApiResult<readonly CrmField[]>> {
  const query = { source: 'phone', sort_by: 'title', sort_direction: 'ASC' };
  const read = await readAll(client, '/v2/crm_activity_fields', query, parseCrmField);
  if (!read.ok) return read;
  return { ok: true, value: [...new Map(read.value.map((field) => [field.name, field])).values()] };
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

/** `{label: value}`, and Salesloft takes the values alone; a plain list, should there be one, has its values for labels. */
function choicesOf(picklist: unknown): readonly CrmChoice[] {
  const pairs: readonly (readonly [label: unknown, value: unknown])[] = Array.isArray(picklist)
    ? picklist.map((value: unknown) => [value, value] as const)
    : Object.entries(isWire(picklist) ? picklist : {});
  const choices = pairs.map(([label, value]) => ({ label: asText(label), value: asText(value) }));
  return choices.filter(({ value }) => value !== '').map(({ label, value }) => ({ label: label || value, value }));
}

function asText(value: unknown): string {
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean' ? String(value) : '';
}

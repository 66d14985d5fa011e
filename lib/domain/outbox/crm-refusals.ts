import type { CrmField, CrmValues } from '@/lib/domain/sign-in/crm-field';
import type { DeliveryReason } from './delivery';

/** What a refused log may name besides CRM fields: the body's own fields, and Rails' word for none of them. */
const OTHER_FIELDS = new Set([
  'person_id',
  'person',
  'to',
  'duration',
  'disposition',
  'sentiment',
  'notes',
  'user_guid',
  'user',
  'action_id',
  'action',
  'task_id',
  'task',
  'linked_call_data_record_ids',
  'crm_activity_metadata',
  'base',
]);

/**
 * What Salesloft said against CRM fields, by the CRM's name of the field. Its key is not documented: the name itself, the
 * name inside `crm_params`, or `crm_params` with a sentence that names the field. Whatever is no other field of a log is
 * taken for one, for the list of the team's fields may not be known.
 */
export function crmRefusals(reason: DeliveryReason | undefined, listed: readonly CrmField[]): CrmValues {
  if (reason?.code !== 'refused') return {};
  const named = reason.refusals ?? (reason.field === '' ? {} : { [reason.field]: reason.words });
  const found: Record<string, string> = {};
  for (const [key, words] of Object.entries(named)) {
    const inside = /^crm_params[.[]+"?'?([\w.]+?)"?'?\]?$/.exec(key)?.[1];
    const names = key === 'crm_params' ? namesIn(words, listed) : namesOf(inside ?? key, listed);
    for (const name of names) found[name] = words;
  }
  return found;
}

/** Refused, and the log has no value for them: the team requires these. */
export function missedCrmFields(
  reason: DeliveryReason,
  listed: readonly CrmField[],
  sent: CrmValues | undefined,
): readonly string[] {
  return Object.keys(crmRefusals(reason, listed)).filter((name) => (sent?.[name] ?? '') === '');
}

function namesOf(key: string, listed: readonly CrmField[]): readonly string[] {
  if (OTHER_FIELDS.has(key)) return [];
  const isMeant = (word: string): boolean => word.toLowerCase() === key.toLowerCase();
  const known = listed.filter(({ name, title }) => isMeant(name) || isMeant(title));
  return known.length > 0 ? known.map(({ name }) => name) : [key];
}

/** Names before titles: a title such as "Type" may stand in any sentence. */
function namesIn(words: string, listed: readonly CrmField[]): readonly string[] {
  const sentence = ` ${words.toLowerCase().replace(/[^\p{L}\p{N}_]+/gu, ' ')} `;
  const isSaid = (word: string): boolean =>
    sentence.includes(
      ` ${word
        .toLowerCase()
        .replace(/[^\p{L}\p{N}_]+/gu, ' ')
        .trim()} `,
    );
  const byName = listed.filter(({ name }) => isSaid(name));
  const known = byName.length > 0 ? byName : listed.filter(({ title }) => isSaid(title));
  return known.length > 0 ? known.map(({ name }) => name) : (words.match(/\b[A-Za-z]\w*__c\b/g) ?? []);
}

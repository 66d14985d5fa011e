import { text } from '@/lib/text/text';
import type { WrapUpDraft } from '@/lib/domain/call/wrap-up-record';
import { unlistedField, type CrmField, type CrmValues } from '@/lib/domain/sign-in/crm-field';
import type { MissingField } from '@/lib/domain/wrap-up/check-wrap-up';
import { crmFieldsOf, crmValueOf } from '@/lib/domain/wrap-up/crm-values';
import { useStores } from '@/lib/view/panel/panel-context';
import { CrmInput } from './CrmInput';

/** What the team's CRM wants to know of a call; each field is named as in Salesloft, required ones come first. */
export function CrmFields(props: {
  readonly draft: WrapUpDraft;
  readonly missing: readonly MissingField[];
  /** What Salesloft said against a field, in its own words, by the CRM's name of it. */
  readonly refused: CrmValues;
  readonly onChange: (part: Partial<WrapUpDraft>) => void;
  readonly onLeave: () => void;
}) {
  const { teamRules, settings } = useStores();
  const { draft, missing, refused } = props;
  const rules = teamRules.value;
  const required = rules?.requiredCrmFields ?? [];
  const defaults = (settings.value?.values['logging.crmFields'] ?? {}) as CrmValues;
  const fields = withRefused(crmFieldsOf(rules), refused);
  const inOrder = [
    ...fields.filter(({ name }) => required.includes(name)),
    ...fields.filter(({ name }) => !required.includes(name)),
  ];
  const faultOf = ({ name, title }: CrmField): string => {
    if (missing.includes(`crm:${name}`)) return text('error_crm_missing', title);
    return refused[name] ? text('salesloftSays', refused[name]) : '';
  };
  const isUnread = rules !== undefined && rules.crmFields === undefined && rules.isCrmForbidden !== true;
  if (fields.length === 0) return isUnread ? <p class="soft">{text('crmFieldsUnread')}</p> : null;
  return (
    <fieldset class="crm-fields">
      <legend class="choices-label">{text('crmFields')}</legend>
      {rules?.crmFields === undefined && <p class="soft">{text('crmFieldsByName')}</p>}
      {inOrder.map((field) => (
        <CrmInput
          key={field.name}
          field={field}
          value={crmValueOf(field, draft.crmFields, defaults)}
          isRequired={required.includes(field.name)}
          fault={faultOf(field)}
          onChange={(value) => props.onChange({ crmFields: { ...draft.crmFields, [field.name]: value } })}
          onLeave={props.onLeave}
        />
      ))}
    </fieldset>
  );
}

/** Refused though it is not on the team's list: it can be put right all the same. */
function withRefused(fields: readonly CrmField[], refused: CrmValues): readonly CrmField[] {
  const unlisted = Object.keys(refused).filter((name) => !fields.some((field) => field.name === name));
  return [...fields, ...unlisted.map(unlistedField)];
}

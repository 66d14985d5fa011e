import { useId } from 'preact/hooks';
import type { WrapUpDraft } from '@/lib/domain/call/wrap-up-record';
import type { CrmValues } from '@/lib/domain/sign-in/crm-field';
import type { TeamRules } from '@/lib/domain/sign-in/team-rules';
import type { MissingField } from '@/lib/domain/wrap-up/check-wrap-up';
import { text } from '@/lib/text/text';
import { useStores } from '@/lib/view/panel/panel-context';
import { Banner } from '@/components/ui/Banner';
import { whenUsed } from '@/components/ui/when-used';
import { ChoiceGroup } from './ChoiceGroup';
import './wrap-up.css';

/** Not every team has any: they are no weight for the first screen. */
const CrmFields = whenUsed(async () => (await import('./CrmFields')).CrmFields);

/** The fields of a wrap-up, during the call, after it, and for a log that Salesloft refused. */
export function WrapUpFields(props: {
  readonly draft: WrapUpDraft;
  readonly missing: readonly MissingField[];
  /** What Salesloft said against a field, in its own words. */
  readonly refused?: Partial<Readonly<Record<'disposition' | 'sentiment' | 'notes', string>>>;
  readonly crmRefused?: CrmValues;
  readonly onChange: (part: Partial<WrapUpDraft>) => void;
  readonly onLeave: () => void;
}) {
  const { teamRules, choices } = useStores();
  const id = useId();
  const rules = teamRules.value;
  const { draft, missing, refused = {}, crmRefused = {}, onChange } = props;
  const faultOf = (field: 'disposition' | 'sentiment'): string => {
    if (missing.includes(field)) return text(`error_${field}_missing`);
    const words = refused[field] ?? '';
    return words === '' ? '' : text('salesloftSays', words);
  };
  return (
    <div class="wrap-up-fields">
      {!rules && (
        <Banner tone="plain" role="note">
          {text('rulesUnknown')}
        </Banner>
      )}
      <ChoiceGroup
        label={text('disposition')}
        names={rules?.dispositions ?? []}
        choices={choices.value.dispositions}
        chosen={draft.disposition}
        isRequired={rules?.dispositionRequired ?? false}
        fault={faultOf('disposition')}
        field="disposition"
        onChoose={(disposition) => onChange({ disposition })}
      />
      <ChoiceGroup
        label={text('sentiment')}
        names={rules?.sentiments ?? []}
        choices={choices.value.sentiments}
        chosen={draft.sentiment}
        isRequired={rules?.sentimentRequired ?? false}
        fault={faultOf('sentiment')}
        field="sentiment"
        onChoose={(sentiment) => onChange({ sentiment })}
      />
      {rules && mayHaveCrmFields(rules, crmRefused) && (
        <CrmFields draft={draft} missing={missing} refused={crmRefused} onChange={onChange} onLeave={props.onLeave} />
      )}
      <label class="notes" data-field="notes">
        <span class="choices-label">{text('notes')}</span>
        <textarea
          class="input"
          dir="auto"
          rows={4}
          value={draft.notes}
          aria-invalid={refused.notes === undefined ? undefined : true}
          aria-describedby={refused.notes === undefined ? undefined : `${id}-notes`}
          onInput={(event) => onChange({ notes: event.currentTarget.value })}
          onBlur={props.onLeave}
        />
      </label>
      {refused.notes !== undefined && (
        <p class="missing" id={`${id}-notes`} dir="auto">
          {text('salesloftSays', refused.notes)}
        </p>
      )}
    </div>
  );
}

function mayHaveCrmFields({ crmFields, isCrmForbidden, requiredCrmFields }: TeamRules, refused: CrmValues): boolean {
  const isUnread = crmFields === undefined && isCrmForbidden !== true;
  return isUnread || [crmFields, requiredCrmFields, Object.keys(refused)].some((names) => (names?.length ?? 0) > 0);
}

import type { MissingField, WrapUpDraft } from '@/lib/domain/wrap-up';
import { text } from '@/lib/text/text';
import { useStores } from '@/lib/view/context';
import { Banner } from '@/components/ui/Banner';
import { ChoiceGroup } from './ChoiceGroup';
import './wrap-up.css';

/** The fields of a wrap-up, during the call, after it, and for a log that Salesloft refused. */
export function WrapUpFields(props: {
  readonly draft: WrapUpDraft;
  readonly missing: readonly MissingField[];
  readonly onChange: (part: Partial<WrapUpDraft>) => void;
  readonly onLeave: () => void;
}) {
  const { teamRules } = useStores();
  const rules = teamRules.value;
  const { draft, missing, onChange } = props;
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
        chosen={draft.disposition}
        isRequired={rules?.dispositionRequired ?? false}
        isMissing={missing.includes('disposition')}
        missingWords={text('error_disposition_missing')}
        onChoose={(disposition) => onChange({ disposition })}
      />
      <ChoiceGroup
        label={text('sentiment')}
        names={rules?.sentiments ?? []}
        chosen={draft.sentiment}
        isRequired={rules?.sentimentRequired ?? false}
        isMissing={missing.includes('sentiment')}
        missingWords={text('error_sentiment_missing')}
        onChoose={(sentiment) => onChange({ sentiment })}
      />
      <label class="notes">
        <span class="choices-label">{text('notes')}</span>
        <textarea
          class="input"
          dir="auto"
          rows={4}
          value={draft.notes}
          onInput={(event) => onChange({ notes: event.currentTarget.value })}
          onBlur={props.onLeave}
        />
      </label>
    </div>
  );
}

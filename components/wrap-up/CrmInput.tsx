import { useId } from 'preact/hooks';
import type { CrmChoice, CrmField } from '@/lib/domain/sign-in/crm-field';
import { text } from '@/lib/text/text';

/** One CRM field: a list, a date or a line of text. What Salesloft writes itself is only shown. */
export function CrmInput(props: {
  readonly field: CrmField;
  readonly value: string;
  readonly isRequired: boolean;
  /** What is wrong with the value, in words; empty when nothing is. */
  readonly fault: string;
  readonly onChange: (value: string) => void;
  readonly onLeave: () => void;
}) {
  const id = useId();
  const { field, value, fault } = props;
  const isPreset = field.preset !== '';
  const choices = choicesOf(field);
  const isGone = choices !== undefined && value !== '' && !choices.some((choice) => choice.value === value);
  const described = [
    ...(isPreset ? [`${id}-preset`] : []),
    ...(isGone ? [`${id}-gone`] : []),
    ...(fault === '' ? [] : [`${id}-fault`]),
  ].join(' ');
  const attributes = {
    id,
    class: 'input',
    value,
    disabled: isPreset,
    required: props.isRequired,
    'aria-invalid': fault !== '' || isGone,
    'aria-describedby': described === '' ? undefined : described,
    onBlur: props.onLeave,
  };
  return (
    <div class="text-field" data-field={`crm:${field.name}`}>
      <label class="crm-label" for={id} dir="auto">
        {field.title}
      </label>
      {props.isRequired && (
        <span class="soft" aria-hidden="true">
          {' '}
          {text('required')}
        </span>
      )}
      {choices && !isPreset ? (
        <select {...attributes} onChange={(event) => props.onChange(event.currentTarget.value)}>
          <option value="">{text('crmNothing')}</option>
          {isGone && <option value={value}>{value}</option>}
          {choices.map((choice) => (
            <option key={choice.value} value={choice.value}>
              {choice.label}
            </option>
          ))}
        </select>
      ) : field.kind === 'date' && !isPreset ? (
        <input {...attributes} type="date" onInput={(event) => props.onChange(event.currentTarget.value)} />
      ) : (
        <input {...attributes} type="text" dir="auto" onInput={(event) => props.onChange(event.currentTarget.value)} />
      )}
      {isPreset && (
        <p class="soft" id={`${id}-preset`}>
          {text('crmPreset')}
        </p>
      )}
      {isGone && (
        <p class="missing" id={`${id}-gone`} dir="auto">
          {text('nameGone', value)}
        </p>
      )}
      {fault !== '' && (
        <p class="missing" id={`${id}-fault`} dir="auto">
          {fault}
        </p>
      )}
    </div>
  );
}

/** A yes or no is a list too: a box that is not ticked could not say that nobody has answered. */
function choicesOf({ kind, choices }: CrmField): readonly CrmChoice[] | undefined {
  if (kind === 'choice') return choices;
  if (kind !== 'flag') return undefined;
  return [
    { label: text('yes'), value: 'true' },
    { label: text('no'), value: 'false' },
  ];
}

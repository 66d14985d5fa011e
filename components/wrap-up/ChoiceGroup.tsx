import { useId } from 'preact/hooks';
import { withChosen, type Choice } from '@/lib/domain/wrap-up/choices';
import { text } from '@/lib/text/text';

/** One of the team's names. Each radio is named exactly as in Salesloft; the key beside it is for the eye alone. */
export function ChoiceGroup(props: {
  readonly label: string;
  /** All of the team's. */
  readonly names: readonly string[];
  readonly choices: readonly Choice[];
  readonly chosen: string;
  readonly isRequired: boolean;
  /** What is wrong with the choice, in words; empty when nothing is. */
  readonly fault: string;
  /** Marks the field for whoever moves the focus there. */
  readonly field: string;
  readonly onChoose: (name: string) => void;
}) {
  const id = useId();
  if (props.names.length === 0) return null;
  const isFaulty = props.fault !== '';
  const isGone = props.chosen !== '' && !props.names.includes(props.chosen);
  return (
    <div
      role="radiogroup"
      class="choices"
      data-field={props.field}
      aria-labelledby={`${id}-label`}
      aria-required={props.isRequired}
      aria-invalid={isFaulty}
      aria-describedby={isFaulty || isGone ? `${id}-fault` : undefined}
    >
      <div class="choices-label">
        <span id={`${id}-label`}>{props.label}</span>
        {props.isRequired && <span class="soft"> {text('required')}</span>}
      </div>
      <div class="choices-row">
        {withChosen(props.choices, props.names, props.chosen).map(({ name, key }) => (
          <label class="choice" key={name}>
            <input type="radio" name={id} checked={props.chosen === name} onChange={() => props.onChoose(name)} />
            <span class="choice-face">
              <span dir="auto">{name}</span>
              {key !== '' && (
                <span class="choice-key" aria-hidden="true">
                  {key}
                </span>
              )}
            </span>
          </label>
        ))}
      </div>
      {(isFaulty || isGone) && (
        <div class="missing" id={`${id}-fault`} dir="auto">
          {isGone && <div>{text('nameGone', props.chosen)}</div>}
          {isFaulty && <div>{props.fault}</div>}
        </div>
      )}
    </div>
  );
}

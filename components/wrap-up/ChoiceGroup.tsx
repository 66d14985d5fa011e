import { useId } from 'preact/hooks';
import { text } from '@/lib/text/text';

/** One of the team's names. Each radio is named exactly as in Salesloft; the key beside it is for the eye alone. */
export function ChoiceGroup(props: {
  readonly label: string;
  readonly names: readonly string[];
  readonly chosen: string;
  readonly isRequired: boolean;
  readonly isMissing: boolean;
  readonly missingWords: string;
  readonly onChoose: (name: string) => void;
}) {
  const id = useId();
  if (props.names.length === 0) return null;
  return (
    <div
      role="radiogroup"
      class="choices"
      aria-labelledby={`${id}-label`}
      aria-required={props.isRequired}
      aria-invalid={props.isMissing}
      aria-describedby={props.isMissing ? `${id}-missing` : undefined}
    >
      <p class="choices-label">
        <span id={`${id}-label`}>{props.label}</span>
        {props.isRequired && <span class="soft"> {text('required')}</span>}
      </p>
      <div class="choices-row">
        {props.names.map((name, index) => (
          <label class="choice" key={name}>
            <input
              type="radio"
              name={id}
              checked={props.chosen === name}
              onChange={() => props.onChoose(name)}
            />
            <span class="choice-face">
              <span dir="auto">{name}</span>
              {index < 9 && (
                <span class="choice-key" aria-hidden="true">
                  {index + 1}
                </span>
              )}
            </span>
          </label>
        ))}
      </div>
      {props.isMissing && (
        <p class="missing" id={`${id}-missing`}>
          {props.missingWords}
        </p>
      )}
    </div>
  );
}

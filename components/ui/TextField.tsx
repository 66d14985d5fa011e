import { useId } from 'preact/hooks';

/** A line of text with its label, and what is wrong with it beside it. */
export function TextField(props: {
  /** Marks the field for whoever moves the focus there. */
  readonly name: string;
  readonly label: string;
  readonly kind: 'text' | 'tel';
  readonly value: string;
  /** In words; empty or undefined when nothing is wrong. */
  readonly fault: string | undefined;
  readonly onChange: (value: string) => void;
}) {
  const id = useId();
  const isFaulty = props.fault !== undefined && props.fault !== '';
  return (
    <div class="text-field" data-field={props.name}>
      <label class="choices-label" for={id}>
        {props.label}
      </label>
      <input
        class="input"
        id={id}
        type="text"
        inputMode={props.kind}
        value={props.value}
        aria-invalid={isFaulty}
        aria-describedby={isFaulty ? `${id}-fault` : undefined}
        onInput={(event) => props.onChange(event.currentTarget.value)}
      />
      {isFaulty && (
        <p class="missing" id={`${id}-fault`} dir="auto">
          {props.fault}
        </p>
      )}
    </div>
  );
}

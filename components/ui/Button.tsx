import type { ComponentChildren, Ref } from 'preact';
import { Icon, type IconName } from './Icon';

export type ButtonProps = {
  readonly onClick: () => void;
  readonly children?: ComponentChildren;
  readonly look?: 'plain' | 'primary' | 'stop' | 'quiet';
  readonly icon?: IconName;
  /** The accessible name where the visible words are not it; alone with an icon it makes a square button. */
  readonly label?: string;
  readonly isPressed?: boolean;
  readonly isDisabled?: boolean;
  readonly describedBy?: string;
  readonly buttonRef?: Ref<HTMLButtonElement>;
};

export function Button(props: ButtonProps) {
  const { look = 'plain', children, icon, label } = props;
  const isSquare = children === undefined;
  return (
    <button
      type="button"
      ref={props.buttonRef ?? null}
      class={`button ${look} ${isSquare ? 'square' : ''}`}
      onClick={props.onClick}
      disabled={props.isDisabled ?? false}
      aria-label={label}
      title={isSquare ? label : undefined}
      aria-pressed={props.isPressed}
      aria-describedby={props.describedBy}
    >
      {icon && <Icon name={icon} />}
      {children}
    </button>
  );
}

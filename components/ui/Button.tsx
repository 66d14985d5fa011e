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
  /** Under way: pressing does nothing for now, and the focus stays where it is. */
  readonly isBusy?: boolean;
  readonly isExpanded?: boolean;
  /** False when another control of its group is the tab stop. */
  readonly isTabStop?: boolean;
  /** Takes the focus when its dialog opens. */
  readonly isFirstChoice?: boolean;
  readonly describedBy?: string;
  readonly buttonRef?: Ref<HTMLButtonElement>;
};

export function Button(props: ButtonProps) {
  const { look = 'plain', children, icon, label } = props;
  const isSquare = children === undefined;
  const isBusy = props.isBusy ?? false;
  return (
    <button
      type="button"
      ref={props.buttonRef ?? null}
      class={`button ${look} ${isSquare ? 'square' : ''}`}
      onClick={() => {
        if (!isBusy) props.onClick();
      }}
      disabled={props.isDisabled ?? false}
      aria-disabled={isBusy ? true : undefined}
      aria-expanded={props.isExpanded}
      tabIndex={props.isTabStop === false ? -1 : undefined}
      autofocus={props.isFirstChoice ?? false}
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

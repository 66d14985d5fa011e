import type { ComponentChildren } from 'preact';
import { Icon, type IconName } from './Icon';

const ICONS: Readonly<Record<BannerTone, IconName>> = { plain: 'alert', good: 'check', warn: 'clock', bad: 'alert' };

export type BannerTone = 'plain' | 'good' | 'warn' | 'bad';

/** A sentence about the state of things, with what can be done about it. */
export function Banner(props: {
  readonly tone: BannerTone;
  readonly icon?: IconName;
  readonly role?: 'alert' | 'note';
  readonly children: ComponentChildren;
  readonly actions?: ComponentChildren;
}) {
  return (
    <div class={`banner ${props.tone}`} role={props.role}>
      <Icon name={props.icon ?? ICONS[props.tone]} />
      <div>{props.children}</div>
      {props.actions && <div class="banner-actions">{props.actions}</div>}
    </div>
  );
}

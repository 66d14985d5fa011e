import { Icon } from './Icon';

export type TabChoice<Id extends string> = {
  readonly id: Id;
  readonly name: string;
  /** Something on it waits for the person; the name says what is on it. */
  readonly isMarked?: boolean;
};

/** Tabs after the ARIA pattern: one tab stop, arrows move. The panel carries `tabPanelProps`. */
export function Tabs<Id extends string>(props: {
  readonly label: string;
  readonly tabs: readonly TabChoice<Id>[];
  readonly selected: Id;
  readonly onSelect: (id: Id) => void;
}) {
  const move = (event: KeyboardEvent): void => {
    const step = event.key === 'ArrowRight' ? 1 : event.key === 'ArrowLeft' ? -1 : 0;
    if (step === 0) return;
    event.preventDefault();
    const index = props.tabs.findIndex((tab) => tab.id === props.selected);
    const next = props.tabs[(index + step + props.tabs.length) % props.tabs.length];
    if (!next) return;
    props.onSelect(next.id);
    document.getElementById(`tab-${next.id}`)?.focus();
  };
  return (
    <div class="tabs" role="tablist" aria-label={props.label} onKeyDown={move}>
      {props.tabs.map((tab) => (
        <button
          key={tab.id}
          type="button"
          role="tab"
          id={`tab-${tab.id}`}
          class="tab"
          aria-selected={tab.id === props.selected}
          // Only the selected tab's panel is drawn; a name of no element would mislead.
          aria-controls={tab.id === props.selected ? `panel-${tab.id}` : undefined}
          tabIndex={tab.id === props.selected ? 0 : -1}
          onClick={() => props.onSelect(tab.id)}
        >
          {tab.isMarked === true && <Icon name="alert" />}
          {tab.name}
        </button>
      ))}
    </div>
  );
}

export function tabPanelProps(id: string) {
  return { role: 'tabpanel', id: `panel-${id}`, 'aria-labelledby': `tab-${id}` } as const;
}

import { render, type ComponentChildren } from 'preact';
import { act } from 'preact/test-utils';
import { StoresProvider, type PanelStores } from '@/lib/view/panel/panel-context';

/** Draws a part of the panel over the stores that it uses; `render(null, document.body)` takes it away. */
export function draw(part: ComponentChildren, stores: Partial<PanelStores>): void {
  void act(() => render(<StoresProvider value={stores as PanelStores}>{part}</StoresProvider>, document.body));
}

export function find<Kind extends HTMLElement>(selector: string): Kind {
  const found = document.body.querySelector<Kind>(selector);
  if (!found) throw new Error(`There is no ${selector}.`);
  return found;
}

/** The button of this accessible name. */
export function button(name: string): HTMLButtonElement {
  const all = [...document.body.querySelectorAll('button')];
  const found = all.find((one) => (one.getAttribute('aria-label') ?? one.textContent) === name);
  if (!found) throw new Error(`There is no button ${name}.`);
  return found;
}

/** The words that describe an element to a screen reader. */
export function descriptionOf(element: Element): string {
  const ids = element.getAttribute('aria-describedby')?.split(' ') ?? [];
  return ids.map((id) => find(`[id="${id}"]`).textContent).join(' ');
}

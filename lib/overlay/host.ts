export const HOST_NAME = 'loftline-overlay';

export type Host = {
  readonly root: ShadowRoot;
  /** Puts the element back where a page has dropped it, by drawing itself anew or on purpose. */
  readonly stay: () => void;
  readonly remove: () => void;
};

/** Our one element in the foreign page. The root is closed: the page’s scripts see an empty element. */
export function createHost(css: string): Host {
  // Left by a version of ours that was updated under the open page.
  for (const corpse of document.querySelectorAll(HOST_NAME)) corpse.remove();
  // Made where no page can have defined the name: an element of the page's own class would show it the closed root.
  const host = document.implementation.createHTMLDocument().createElement(HOST_NAME);
  const root = host.attachShadow({ mode: 'closed' });
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(css);
  const stay = (): void => {
    if (host.parentNode === document.documentElement) return;
    document.documentElement.append(host);
    // An element that comes from another document has lost its sheets.
    root.adoptedStyleSheets = [sheet];
  };
  stay();
  return {
    root,
    stay,
    remove: () => host.remove(),
  };
}

export const HOST_NAME = 'loftline-overlay';

/** A page that keeps removing it does not want it: then it stays away. */
const MOST_RETURNS = 20;

export type Host = {
  readonly root: ShadowRoot;
  /** Puts the element back where a page that draws itself anew has dropped it. */
  readonly stay: () => void;
  readonly remove: () => void;
};

/** Our one element in the foreign page. The root is closed: the page’s scripts see an empty element. */
export function createHost(css: string): Host {
  // Left by a version of ours that was updated under the open page.
  for (const corpse of document.querySelectorAll(HOST_NAME)) corpse.remove();
  const host = document.createElement(HOST_NAME);
  const root = host.attachShadow({ mode: 'closed' });
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(css);
  root.adoptedStyleSheets = [sheet];
  document.documentElement.append(host);
  let returns = 0;
  return {
    root,
    stay: () => {
      if (host.isConnected || returns >= MOST_RETURNS) return;
      returns += 1;
      document.documentElement.append(host);
    },
    remove: () => host.remove(),
  };
}

/** The pages of one person, as Salesloft's addresses name them. */
const PERSON_PAGE = /^\/app\/people\/(?:details\/)?(\d{1,18})(?:\/|$)/;

const CALL_LINK = 'a[data-personid], a[href^="tel:" i], a[href^="callto:" i]';

/** The id of the person whom the page at this path is about; null for any other page. */
export function personOfPath(pathname: string): string | null {
  return PERSON_PAGE.exec(pathname)?.[1] ?? null;
}

export type CallLink = { readonly personId: string; readonly actionId: string; readonly number: string };

/**
 * The link to a call that was pressed: a Voice Link names person and step by its attributes, another number belongs to
 * the person of the page. Undefined for anything else, and where nobody is named.
 */
export function readCallLink(pressed: EventTarget | null, personOfPage: string | null): CallLink | undefined {
  const link = pressed instanceof Element ? pressed.closest<HTMLAnchorElement>(CALL_LINK) : null;
  if (!link) return undefined;
  const personId = link.dataset['personid'] ?? personOfPage ?? '';
  if (!/^\d{1,18}$/.test(personId)) return undefined;
  return { personId, actionId: link.dataset['actionid'] ?? '', number: (link.getAttribute('href') ?? '').slice(0, 64) };
}

/** Where Salesloft’s own dialer stands open. Class names change with each of its releases; this mark has lasted. */
export const OWN_DIALER = '[data-testid="popout-logger-container"]';

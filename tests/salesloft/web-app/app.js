import { el, face } from './elements.js';
import { cadencesView, cadenceView, dashboardView, peopleView } from './list-views.js';
import { personView } from './person-view.js';

const REFRESH_MS = 2_000;

const PAGES = [
  [
    /^\/app\/people\/(?:details\/)?([^/]+)$/,
    (id) => `/internal/people/${id}`,
    personView,
    (feed) => feed.person.display_name,
  ],
  [/^\/app\/people$/, () => '/internal/people', peopleView, () => 'People'],
  [/^\/app\/cadences\/([^/]+)$/, (id) => `/internal/cadences/${id}`, cadenceView, (feed) => feed.cadence.name],
  [/^\/app\/cadences$/, () => '/internal/cadences', cadencesView, () => 'Cadences'],
  [/^\/app\//, () => '/internal/dashboard', dashboardView, () => 'Home'],
];

const main = document.getElementById('main');
const userBox = document.getElementById('user');
let shown = '';

/** Draws the page of the present address; drawn again only when something changed. */
async function draw() {
  const { pathname } = location;
  const page = PAGES.find(([pattern]) => pattern.test(pathname));
  const [pattern, feedOf, view, titleOf] = page;
  const answer = await fetch(feedOf(pattern.exec(pathname)[1]), { cache: 'no-store' });
  const text = await answer.text();
  if (pathname !== location.pathname || `${pathname} ${text}` === shown) return;
  shown = `${pathname} ${text}`;
  if (!answer.ok) {
    main.replaceChildren(el('h1', {}, 'Not found'), el('p', {}, 'There is no such page in this Salesloft.'));
    return;
  }
  const feed = JSON.parse(text);
  document.title = `${titleOf(feed)} | Salesloft`;
  userBox.replaceChildren(el('span', {}, feed.user, el('small', {}, feed.team)), face(feed.user));
  main.replaceChildren(...view(feed));
  for (const link of document.querySelectorAll('nav a')) {
    if (pathname.startsWith(link.getAttribute('href'))) link.setAttribute('aria-current', 'page');
    else link.removeAttribute('aria-current');
  }
}

/** Between two answers the old page stays: a lost one is tried again soon. */
function refresh() {
  draw().catch(() => undefined);
}

function isPlainClick(event) {
  return event.button === 0 && !event.metaKey && !event.ctrlKey && !event.shiftKey && !event.defaultPrevented;
}

document.addEventListener('click', (event) => {
  const link = event.target instanceof Element ? event.target.closest('a') : null;
  if (!link || link.protocol !== 'https:' || link.origin !== location.origin || !isPlainClick(event)) return;
  event.preventDefault();
  history.pushState({}, '', link.href);
  scrollTo(0, 0);
  refresh();
});
addEventListener('popstate', refresh);
addEventListener('focus', refresh);
setInterval(() => {
  if (document.visibilityState === 'visible') refresh();
}, REFRESH_MS);
refresh();

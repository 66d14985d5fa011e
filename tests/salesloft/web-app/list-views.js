import { callRow, el, face, table } from './elements.js';

function tile(name, count) {
  return el('div', { class: 'card tile' }, el('strong', {}, String(count)), el('span', {}, name));
}

export function dashboardView(feed) {
  return [
    el('h1', {}, `Good to see you, ${feed.user.split(' ')[0]}`),
    el(
      'div',
      { class: 'tiles' },
      tile('Cadence calls due', feed.dueSteps),
      tile('Call tasks due', feed.dueTasks),
      tile('Calls logged today', feed.callsToday),
      tile('Connected today', feed.connectedToday),
    ),
    el(
      'section',
      { class: 'card' },
      el('h2', {}, 'Recent calls'),
      feed.calls.length === 0 ? el('p', { class: 'quiet' }, 'No calls have been logged yet.') : null,
      el(
        'ol',
        { class: 'activities' },
        feed.calls.map((call) => callRow(call, true)),
      ),
    ),
  ];
}

export function cadencesView({ cadences }) {
  return [
    el('h1', {}, 'Cadences'),
    el(
      'section',
      { class: 'card' },
      table(
        ['Name', 'State', 'Calls due', 'People'],
        cadences.map((cadence) => [
          el('a', { href: `/app/cadences/${cadence.id}` }, cadence.name),
          el('span', { class: 'tag soft' }, cadence.state),
          String(cadence.due),
          String(cadence.people),
        ]),
      ),
    ),
  ];
}

export function cadenceView({ cadence, people }) {
  return [el('h1', {}, cadence.name), el('section', { class: 'card' }, el('h2', {}, 'Calls due'), peopleTable(people))];
}

export function peopleView({ people }) {
  return [el('h1', {}, 'People'), el('section', { class: 'card' }, peopleTable(people))];
}

function peopleTable(people) {
  return table(
    ['Name', 'Title', 'Company', 'Phone'],
    people.map((person) => [
      el(
        'a',
        { href: `/app/people/${person.id}`, class: 'with-face', dir: 'auto' },
        face(person.display_name),
        person.display_name,
      ),
      el('span', { dir: 'auto' }, person.title ?? ''),
      person.person_company_name,
      person.phone ?? person.mobile_phone,
    ]),
  );
}

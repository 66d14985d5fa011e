import { callRow, el, face, when } from './elements.js';

/** The page of one person: who, how to reach, what is due, what was logged. */
export function personView({ person, account, calls, steps, voiceLink }) {
  const place = [person.city, person.state, person.country].filter(Boolean).join(', ');
  return [
    el(
      'section',
      { class: 'person card', 'data-testid': 'person-detail-header' },
      face(person.display_name),
      el(
        'div',
        {},
        el('h1', { dir: 'auto' }, person.display_name),
        el(
          'p',
          { class: 'quiet', dir: 'auto' },
          [person.title, account?.name].filter(Boolean).join(' at ') || 'No title',
        ),
        person.do_not_contact || account?.do_not_contact ? el('p', { class: 'tag warn' }, 'Do not contact') : null,
        person.contact_restrictions.includes('call') ? el('p', { class: 'tag warn' }, 'Do not call') : null,
      ),
    ),
    el(
      'div',
      { class: 'columns' },
      el(
        'div',
        {},
        el(
          'section',
          { class: 'card' },
          el('h2', {}, 'Contact'),
          el(
            'dl',
            {},
            row('Email', person.email_address),
            number('Phone', person.phone, voiceLink, person.phone_extension),
            number('Mobile', person.mobile_phone, voiceLink),
            number('Home', person.home_phone, voiceLink),
            row('Location', place),
            row('Time zone', person.locale),
          ),
        ),
        el(
          'section',
          { class: 'card' },
          el('h2', {}, 'Cadences'),
          steps.length === 0 ? el('p', { class: 'quiet' }, 'Nothing is due for this person.') : null,
          steps.map((step) =>
            el('p', {}, el('strong', {}, step.cadence), el('br'), `${step.step}, due ${when(step.due_on)}`),
          ),
        ),
      ),
      el(
        'section',
        { class: 'card' },
        el('h2', {}, 'Activity'),
        calls.length === 0 ? el('p', { class: 'quiet' }, 'No calls have been logged yet.') : null,
        el(
          'ol',
          { class: 'activities' },
          calls.map((call) => callRow(call, false)),
        ),
      ),
    ),
  ];
}

function row(name, value) {
  return value ? [el('dt', {}, name), el('dd', { dir: 'auto' }, value)] : [];
}

/** With voice links on, a number is a link as Salesloft makes it for an outside dialer: `tel://` and the ids. */
function number(name, raw, voiceLink, extension) {
  if (!raw) return [];
  const digits = raw.replace(/[^+\d]/g, '');
  const attributes = voiceLink
    ? {
        href: `tel://${digits}`,
        'data-personid': voiceLink.personId,
        ...(voiceLink.actionId ? { 'data-actionid': voiceLink.actionId } : {}),
      }
    : { href: `tel:${digits}` };
  const shown = digits.length > 5 ? el('a', attributes, raw) : raw;
  return [el('dt', {}, name), el('dd', {}, shown, extension ? ` ext. ${extension}` : '')];
}

// Small builders: text is always text, so a name of markup stays a name.

/** An element with attributes (`onclick` and the like as functions) and children; null children are left out. */
export function el(name, attributes = {}, ...children) {
  const node = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) {
    if (typeof value === 'function') node.addEventListener(key.slice(2), value);
    if (typeof value === 'string') node.setAttribute(key, value);
  }
  node.append(...children.flat().filter((child) => child !== null && child !== undefined && child !== ''));
  return node;
}

export function initials(name) {
  return name
    .split(/\s+/)
    .filter(Boolean)
    .slice(0, 2)
    .map((word) => [...word][0])
    .join('')
    .toUpperCase();
}

/** A face of one of six colours, always the same for a name. */
export function face(name) {
  const tone = [...name].reduce((sum, letter) => sum + letter.codePointAt(0), 0) % 6;
  return el('span', { class: `face tone-${tone}`, 'aria-hidden': 'true' }, initials(name));
}

export function when(text) {
  return new Intl.DateTimeFormat('en-US', { dateStyle: 'medium', timeStyle: 'short' }).format(new Date(text));
}

export function lengthOf(seconds) {
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;
}

export function table(heads, rows) {
  return el(
    'table',
    {},
    el(
      'thead',
      {},
      el(
        'tr',
        {},
        heads.map((head) => el('th', { scope: 'col' }, head)),
      ),
    ),
    el(
      'tbody',
      {},
      rows.map((cells) =>
        el(
          'tr',
          {},
          cells.map((cell) => el('td', {}, cell ?? '')),
        ),
      ),
    ),
  );
}

/** One logged call: outcome, who, how long, and the note as it was written. */
export function callRow(call, showsName) {
  return el(
    'li',
    { class: 'activity', 'data-call-id': String(call.id) },
    el('span', { class: `dot ${call.connected ? 'good' : ''}`, 'aria-hidden': 'true' }),
    el(
      'div',
      {},
      el(
        'p',
        { class: 'activity-head' },
        el('strong', {}, showsName ? call.name : 'Call'),
        el('span', { class: 'tag' }, call.disposition ?? 'No disposition'),
        call.sentiment ? el('span', { class: 'tag soft' }, call.sentiment) : null,
        el('time', { datetime: call.created_at }, when(call.created_at)),
      ),
      el('p', { class: 'quiet' }, `${call.by} · ${call.to ?? 'no number'} · ${lengthOf(call.duration ?? 0)}`),
      call.notes ? el('p', { class: 'note' }, call.notes) : null,
    ),
  );
}

import { expect, it } from 'vitest';
import { fillTemplate } from '@/lib/domain/wrap-up/note-template';
import { aCall } from '@/tests/support/builders/builders';

const { person } = aCall();
const facts = {
  person: { ...person, name: 'O’Neil {date}', company: 'Initech', title: 'CFO' },
  to: '+14045550134',
  context: 'Day 1',
  repName: 'Dana',
  date: '2026-11-26',
};

it.each([
  ['{name}, {title} at {company}', 'O’Neil {date}, CFO at Initech'],
  ['{date} {rep} → {number} ({step})', '2026-11-26 Dana → +14045550134 (Day 1)'],
  ['{nome} { name } {constructor}', '{nome} { name } {constructor}'],
  ['', ''],
])('fills %s', (template, notes) => {
  expect(fillTemplate(template, facts)).toBe(notes);
});

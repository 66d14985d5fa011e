import type { Person, PersonNumber } from '../../../lib/domain/call/person.ts';
import type { DueWork } from '../../../lib/domain/queue/due-work.ts';
import { DAY, MINUTE, now, type Plain } from './plain.ts';

export const number = (e164: string, display: string, kind: PersonNumber['kind'] = 'phone') => ({
  kind,
  raw: display,
  e164,
  display,
  extension: '',
  words: '',
});
const somebody = (name: string): Plain<Person> => ({
  personId: name,
  name,
  title: 'Head of Claims',
  company: 'Thameside Insurance',
  timeZone: 'Europe/London',
  numbers: [number('+442079460985', '+44 20 7946 0985')],
  doNotContact: 'no',
  callRestricted: 'no',
});
/** `person` says what is different about whom it is for. */
export const work = (
  name: string,
  change: Plain<Partial<DueWork>> = {},
  person: Plain<Partial<Person>> = {},
): Plain<DueWork> => ({
  workId: `action:${name}`,
  source: { kind: 'action', actionId: name },
  dueAt: now - 2 * DAY,
  isOverdue: true,
  cadenceId: '7',
  cadenceName: 'Q4 Outbound - Operations',
  stepName: 'Day 1: Step 2 - Phone',
  person: { ...somebody(name), ...person },
  ...change,
});

/** A zone where it is night now, whatever the hour of the test. */
export const nightZone =
  ['Pacific/Auckland', 'Asia/Tokyo', 'Asia/Kolkata', 'Europe/London', 'America/New_York', 'America/Los_Angeles'].find(
    (zone) => {
      const hour = Number(new Intl.DateTimeFormat('en-GB', { hour: '2-digit', timeZone: zone }).format(now));
      return hour < 8 || hour >= 21;
    },
  ) ?? 'Asia/Tokyo';

export const MARKUP_NAME = '<img src=x onerror=alert(1)> O’Brien';
export const rows = [
  work('Ada Overdue'),
  work('Bo Night', { dueAt: now - 25 * MINUTE }, { timeZone: nightZone, title: '', company: 'Kiwi Works' }),
  work(
    'Cem Two-Numbers',
    {},
    {
      numbers: [number('+12065550115', '+1 206 555 0115'), number('+12065550116', '+1 206 555 0116', 'mobile')],
    },
  ),
  work('Di Never', {}, { doNotContact: 'yes', numbers: [number('+12065550117', '+1 206 555 0117')] }),
  work(MARKUP_NAME, { workId: 'action:markup' }),
  work('نور الهدى عبد الرحمن بن عبد العزيز آل سعود', { isOverdue: false, dueAt: now - 5 * MINUTE }, { timeZone: '' }),
  work('Eve Numberless', { isOverdue: false }, { numbers: [] }),
  work(
    'Fay Undialable',
    {
      isOverdue: false,
    },
    {
      numbers: [{ kind: 'phone', raw: 'ask reception', display: 'ask reception', extension: '', words: '' }],
    },
  ),
  work('Gus With-A-Name-That-Is-Longer-Than-Any-Panel-Of-320-Pixels', {
    isOverdue: false,
    source: { kind: 'task', taskId: '9' },
    cadenceName: '',
    stepName: 'Check in before the renewal of the contract that ends in December',
  }),
];

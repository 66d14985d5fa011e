import { aCadence, aMembership, aStep, callInstructions } from '../builders/cadence.ts';
import { anAction, aTask } from '../builders/due-work.ts';
import { aCall } from '../builders/logged-call.ts';
import { aNumberAssignment, aUser, theRep } from '../builders/team.ts';
import { emptyWorld } from '../builders/world.ts';
import type { Action, Person, Row, Step, Task } from '../rows.ts';
import { addDays, dateIn } from '../wire.ts';
import { put, type World } from '../world.ts';
import { awkwardPeople } from './awkward-people.ts';
import { demandCrmFields, livelyCrmFields } from './lively-crm-fields.ts';
import { livelyCompanies } from './lively-accounts.ts';
import { livelyPeople } from './lively-people.ts';

const CADENCES: readonly [string, ...string[]] = [
  'Q4 Outbound - Operations',
  'Inbound Demo Requests',
  'Trade Show Follow-up',
  'EMEA Expansion',
  'Renewals 90 Days Out',
  'Reactivation - Closed Lost',
];

const MINUTE_MS = 60_000;
/** How long each piece of work has been due, in minutes: moments to three weeks. */
const OVERDUE_MINUTES = [4, 17, 42, 95, 180, 330, 1_500, 2_900, 4_400, 7_300, 11_600, 20_200, 30_300];
const OVERDUE_DAYS = [0, 0, 0, 0, 1, 1, 2, 3, 4, 6, 8, 11, 14, 17, 21];
const ACTION_COUNT = 45;

export type LivelyOptions = {
  /** The team logs no call without certain CRM fields. */
  readonly demandsCrmFields?: boolean;
};

/** A rep's ordinary day, for the demo: 60 people with due work, awkward ones among them. */
export function livelyWorld(now: number = Date.now(), options: LivelyOptions = {}): World {
  const people = mix(livelyPeople(livelyCompanies()), awkwardPeople());
  const steps = callSteps();
  const world = emptyWorld();
  put(world, ...steps);
  people.forEach((person, index) => {
    const work = index < ACTION_COUNT ? stepDue(person, index, steps, now) : taskDue(person, index - ACTION_COUNT, now);
    put(world, ...work);
  });
  put(world, ...notForTheList(people, steps, now), ...yesterday(people, now));
  put(world, aNumberAssignment(theRep(), '+14045550100'), ...livelyCrmFields());
  return options.demandsCrmFields === true ? demandCrmFields(world) : world;
}

/** An awkward one after every third, so that no screen shows only the easy ones. */
function mix(ordinary: readonly Person[], awkward: readonly Person[]): Person[] {
  return ordinary
    .flatMap((person, index) => {
      const between = index % 3 === 2 ? awkward[(index - 2) / 3] : undefined;
      return between ? [person, between] : [person];
    })
    .concat(awkward.slice(Math.floor(ordinary.length / 3)));
}

function callSteps(): Step[] {
  return CADENCES.flatMap((name, index) => {
    const cadence = aCadence({ id: 1_201 + index, name });
    return [1, 3].map((day, place) =>
      aStep({
        id: 5_301 + index * 2 + place,
        cadence,
        day,
        stepNumber: day + 1,
        name: place === 0 ? 'Intro call' : 'Follow-up call',
      }),
    );
  });
}

/** Every fourth step also stands in /tasks. */
function stepDue(person: Person, index: number, steps: readonly Step[], now: number): Row[] {
  const step = steps[(index * 5) % steps.length];
  const overdue = OVERDUE_MINUTES[index % OVERDUE_MINUTES.length] ?? 0;
  const dueAt = now - overdue * MINUTE_MS;
  const instructions =
    index % 6 === 0
      ? {
          instructions: callInstructions(
            'Ask who signs off on tooling this quarter. Mention the webinar.',
            9_101 + index,
          ),
        }
      : {};
  const task: { task?: Task } = index % 4 === 0 ? { task: asTask(person, index, dueAt) } : {};
  const action: Action = anAction({
    id: 271_088 + index,
    person,
    dueAt,
    ...(step ? { step } : {}),
    ...instructions,
    ...task,
  });
  const cadence = step?.hidden.brings.find((row) => row.hidden.table === 'cadences');
  return cadence?.hidden.table === 'cadences'
    ? [action, aMembership(person, cadence as ReturnType<typeof aCadence>)]
    : [action];
}

function asTask(person: Person, index: number, dueAt: number): Task {
  const dueDate = dateIn(theRep().time_zone, dueAt);
  return aTask({ id: 90_101 + index, person, dueDate, source: 'salesloft.cadence' });
}

const SUBJECTS = [
  'Call back about pricing',
  'Confirm the pilot start date',
  'Return missed call',
  'Introduce the new account team',
  'Check in before the renewal',
];

function taskDue(person: Person, index: number, now: number): Row[] {
  const today = dateIn(theRep().time_zone, now);
  const dueDate = addDays(today, -(OVERDUE_DAYS[index % OVERDUE_DAYS.length] ?? 0));
  const subject = SUBJECTS[index % SUBJECTS.length] ?? '';
  return [aTask({ id: 90_501 + index, person, subject, dueDate })];
}

/** Work that a list of due calls must leave out: the future, e-mails, a colleague's. */
function notForTheList(people: readonly Person[], steps: readonly Step[], now: number): Row[] {
  const [first, second, third, fourth] = people;
  const [step] = steps;
  if (!first || !second || !third || !fourth || !step) return [];
  const today = dateIn(theRep().time_zone, now);
  const colleague = aUser({ id: 31, firstName: 'Sam', lastName: 'Whitaker' });
  const emailStep = aStep({ id: 5_401, type: 'email', cadence: aCadence({ id: 1_201, name: CADENCES[0] }) });
  return [
    anAction({ id: 271_901, person: first, step: steps[3] ?? step, dueAt: now + 26 * 60 * MINUTE_MS }),
    anAction({ id: 271_902, person: second, step: emailStep, dueAt: now - 60 * MINUTE_MS }),
    anAction({ id: 271_903, person: third, step, user: colleague, dueAt: now - 60 * MINUTE_MS }),
    aTask({ id: 90_901, person: fourth, subject: 'Call after the board meeting', dueDate: addDays(today, 2) }),
    aTask({ id: 90_902, person: first, subject: 'Send the proposal', taskType: 'email', dueDate: today }),
    aTask({ id: 90_903, person: second, subject: 'Call about billing', user: colleague, dueDate: today }),
  ];
}

const NOTES = [
  'Wants numbers before the budget round.',
  'Happy with the pilot. Asked for a security review.',
  'Call again after the\nreorganization, mid-December.',
  'Sent the deck, likes the reporting.',
];

/** A few calls that were logged before today. */
function yesterday(people: readonly Person[], now: number): Row[] {
  const colleague = aUser({ id: 31, firstName: 'Sam', lastName: 'Whitaker' });
  return people
    .filter((_, index) => index % 7 === 0)
    .map((person, index) =>
      aCall({
        person,
        at: now - (21 + index * 24) * 60 * MINUTE_MS - index * 7 * MINUTE_MS,
        ...(index % 2 === 0 ? {} : { user: colleague }),
        ...(index % 3 === 0
          ? {
              disposition: 'Connected',
              sentiment: 'Interested',
              durationSeconds: 184,
              notes: NOTES[index % NOTES.length] ?? '',
            }
          : { disposition: index % 3 === 1 ? 'No Answer' : 'Left Voicemail', durationSeconds: 21 }),
      }),
    );
}

import { mayBeCalled, type Person } from '@/lib/domain/call/person';
import { withCompany, type AccountFacts } from './due-queue';
import { NO_WORK, type DueWork } from './due-work';
import type { E164, PersonId } from '@/lib/domain/core/ids';

/** The person whom a Salesloft tab shows, as the panel beside it follows. */
export type ShownPerson = {
  /** What is due for them; for somebody who is not on the list, the person with no work. */
  readonly work: DueWork;
  readonly isDue: boolean;
  /** When the rep pressed Call on the page, ms since the epoch; 0 when the page was only opened. Nobody is dialed by it. */
  readonly chosenAt: number;
  /** The number of the link that was pressed, if Salesloft lists it. */
  readonly number?: E164;
};

/** By the id of the browser window. */
export type ShownPeople = Readonly<Record<string, ShownPerson>>;

/** What the overlay may know of a person: enough to draw a button. */
export type OverlayPerson = {
  readonly personId: PersonId;
  readonly name: string;
  readonly isDue: boolean;
  readonly mayCall: boolean;
};

/** A person without due work, as a row that can be called. */
export function personWithoutWork(person: Person, account: AccountFacts | undefined): DueWork {
  return { ...NO_WORK, workId: `person:${person.personId}`, person: withCompany(person, account) };
}

/** What is shown once that work is done: the person stays, with nothing due. */
export function afterDone(shown: ShownPeople, workId: string): ShownPeople {
  return Object.fromEntries(
    Object.entries(shown).map(([windowId, one]) => [windowId, one.work.workId === workId ? withoutWork(one) : one]),
  );
}

function withoutWork({ work }: ShownPerson): ShownPerson {
  const { person } = work;
  return { work: { ...NO_WORK, workId: `person:${person.personId}`, person }, isDue: false, chosenAt: 0 };
}

/** Of a person's work, what the link names, else what is due first; undefined when nothing is. */
export function workShown(rows: readonly DueWork[], personId: PersonId, actionId: string): DueWork | undefined {
  const ofPerson = rows.filter((row) => row.person.personId === personId);
  return ofPerson.find(({ source }) => source.kind === 'action' && source.actionId === actionId) ?? ofPerson[0];
}

export function toOverlayPerson({ work: { person }, isDue }: ShownPerson): OverlayPerson {
  return { personId: person.personId, name: person.name, isDue, mayCall: mayBeCalled(person) };
}

/** The number that a link names, if it is one of the person's and of them alone; a page cannot make up another. */
export function numberOfLink({ numbers }: Person, link: string): E164 | undefined {
  // What follows the number is its extension: ";ext=22", ",22", "x22".
  const [, number = ''] = /^[^;]*?(\d[\d\s().-]*)/.exec(link.replace(/%2B/gi, '+').replace(/%20/g, ' ')) ?? [];
  const digits = number.replace(/\D/g, '');
  const known = [...new Set(numbers.flatMap(({ e164 }) => e164 ?? []))];
  const exact = known.find((e164) => e164 === `+${digits}`);
  // Written without its country code, maybe with the zero that stands for it.
  const national = digits.replace(/^0+/, '');
  const ending = national.length < 7 ? [] : known.filter((e164) => e164.endsWith(national));
  return exact ?? (ending.length === 1 ? ending[0] : undefined);
}

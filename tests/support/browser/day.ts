import type { Page } from 'puppeteer';
import { anAction } from '../../salesloft/builders/due-work.ts';
import { aPerson } from '../../salesloft/builders/person.ts';
import { aWorld } from '../../salesloft/builders/world.ts';
import { startSalesloft, type Salesloft } from '../../salesloft/server.ts';
import { byRole, click, saveSetting } from './act.ts';
import type { LaunchOptions } from './launch.ts';
import { call, connect, launchRep, readList, waitForCallState, type Rep } from './rep.ts';

/** A connected rep with three people to call: Ann One, Ben Two, Cat Three. Logs leave at once. */
export type Day = { readonly salesloft: Salesloft; rep: Rep };

export async function startDay(options: Partial<LaunchOptions> = {}): Promise<Day> {
  const people = ['Ann One', 'Ben Two', 'Cat Three'].map((name, index) => {
    const [firstName = '', lastName = ''] = name.split(' ');
    return aPerson({ firstName, lastName, phone: `+1404555013${index}` });
  });
  const salesloft = await startSalesloft({ world: aWorld(...people.map((person) => anAction({ person }))) });
  const rep = await launchRep(salesloft, options);
  await saveSetting(rep.panel, 'logging.holdSeconds', 0);
  await connect(rep);
  await readList(rep.panel);
  return { salesloft, rep };
}

export async function endDay(day: Day | undefined): Promise<void> {
  await day?.rep.loftline.close();
  await day?.salesloft.stop();
}

/** Calls, talks, hangs up: the wrap-up is open. */
export async function callTo(panel: Page, name: string): Promise<void> {
  await call(panel, name);
  await waitForCallState(panel, 'Connected');
  await click(panel, 'button', 'Hang up');
  await waitForCallState(panel, 'Call ended');
}

export async function logWith(panel: Page, notes: string): Promise<void> {
  await click(panel, 'radio', 'Connected');
  await (await byRole(panel, 'textbox', 'Notes')).focus();
  await panel.keyboard.sendCharacter(notes);
  await click(panel, 'button', 'Log call');
}

/** The first lines of the notes that Salesloft has. */
export function logged({ salesloft }: Day): readonly string[] {
  return [...salesloft.world.notes.values()].map((note) => note.content.split('\n')[0] ?? '').sort();
}

/** Runs in the worker, where all of Chrome's storage is at hand. */
export async function inWorker<Result>({ rep }: Day, work: () => Promise<Result>): Promise<Result> {
  return (await rep.loftline.worker()).evaluate(work);
}

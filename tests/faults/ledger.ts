import type { Salesloft } from '../salesloft/server.ts';
import { signedInUser, type World } from '../salesloft/world.ts';
import type { Call } from '../salesloft/rows.ts';
import type { Figures } from './row.ts';

/** A call as it was made: all that must be found in Salesloft, once and word for word. */
export type MadeCall = {
  readonly callId: string;
  /** The first line of its notes; no other call has it. */
  readonly text: string;
  readonly personId: string;
  readonly to: string;
  readonly disposition: string;
  /** `action 17`, `task 4`, or empty. */
  completes: string;
  readonly userId: string;
  /** When the panel was told "Log saved". */
  readonly savedAt: number;
};

export type Ledger = {
  readonly made: MadeCall[];
  /** First lines of calls that somebody else put into Salesloft. */
  readonly foreign: Set<string>;
  /** The figures by what is in Salesloft; throws when a call there is not as it was made, or nobody made it. */
  readonly compare: (
    salesloft: Salesloft,
    rest: Pick<Figures, 'runs' | 'bites'> & { readonly note?: string },
  ) => Figures;
};

export function openLedger(): Ledger {
  const made: MadeCall[] = [];
  const foreign = new Set<string>();
  return {
    made,
    foreign,
    compare: ({ world, violations }, { runs, bites, note = '' }) => {
      const logged = [...world.calls.values()]
        .map((call) => ({ call, text: firstLine(world, call) }))
        .filter(({ text }) => !foreign.has(text));
      const known = new Set(made.map(({ text }) => text));
      const faults = [
        ...violations,
        ...logged.filter(({ text }) => !known.has(text)).map(({ text }) => `nobody made the call "${text}"`),
        ...made.flatMap((call) =>
          logged.filter(({ text }) => text === call.text).flatMap((found) => differences(call, found.call)),
        ),
      ];
      if (faults.length > 0) throw new Error(faults.slice(0, 10).join('\n'));
      const counts = made.map(({ text }) => logged.filter((one) => one.text === text).length);
      return {
        runs,
        bites,
        made: made.length,
        inSalesloft: logged.length,
        doubles: counts.reduce((sum, count) => sum + Math.max(0, count - 1), 0),
        lost: counts.filter((count) => count === 0).length,
        worstDelayMs: Math.max(0, ...made.map((call) => delayOf(call, logged))),
        note,
      };
    },
  };
}

/** The call's own words, without the lines that Loftline adds below them. */
export function firstLine(world: World, call: Call): string {
  return world.notes.get(String(call.note?.id))?.content.split('\n')[0] ?? '';
}

function differences(made: MadeCall, call: Call): readonly string[] {
  const guard = call.action ? `action ${call.action.id}` : call.task ? `task ${call.task.id}` : '';
  const found = [String(call.called_person.id), call.to, call.disposition, guard, String(call.user.id)].join(' | ');
  const wanted = [made.personId, made.to, made.disposition, made.completes, made.userId].join(' | ');
  return found === wanted ? [] : [`"${made.text}" is in Salesloft as ${found}, and was made as ${wanted}`];
}

function delayOf({ text, savedAt }: MadeCall, logged: readonly { call: Call; text: string }[]): number {
  const first = logged.find((one) => one.text === text);
  return first ? Date.parse(first.call.created_at) - savedAt : 0;
}

export function repIdOf(world: World): string {
  return String(signedInUser(world).id);
}

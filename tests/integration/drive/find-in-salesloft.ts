import type { World } from '@/tests/salesloft/world';
import type { MadeCall } from './made-call';

export type FoundCall = {
  readonly personId: string;
  readonly to: string | null;
  readonly duration: number | null;
  readonly disposition: string | null;
};

/** Every call in Salesloft whose note carries this call's mark. */
export function findInSalesloft(world: World, { mark }: MadeCall): readonly FoundCall[] {
  const notes = new Set(
    [...world.notes.values()].filter(({ content }) => content.startsWith(mark)).map(({ id }) => String(id)),
  );
  return [...world.calls.values()]
    .filter(({ note }) => note !== null && notes.has(String(note.id)))
    .map((call) => ({
      personId: String(call.called_person.id),
      to: call.to,
      duration: call.duration,
      disposition: call.disposition,
    }));
}

import { anAccount } from '../builders/account.ts';
import { aCadence, aStep } from '../builders/cadence.ts';
import { anAction, aTask } from '../builders/due-work.ts';
import { aPerson } from '../builders/person.ts';
import { emptyWorld } from '../builders/world.ts';
import { signedInUser, put, type World } from '../world.ts';
import { addDays, dateIn } from '../wire.ts';

const HOUR_MS = 3_600_000;
const PLACES = ['US/Eastern', 'US/Central', 'US/Mountain', 'US/Pacific', 'Europe/London'] as const;
const AREAS = ['404', '312', '303', '206', '617'] as const;

/**
 * `n` due calls of `n` people: four in five are cadence steps, the rest tasks; one step in ten also stands in /tasks.
 * 8 cadences, 40 steps, n / 2.5 accounts. The same `n` and `now` make the same world.
 */
export function many(n: number, now: number = Date.now()): World {
  const world = emptyWorld();
  const user = signedInUser(world);
  const today = dateIn(user.time_zone, now);
  const cadences = Array.from({ length: 8 }, (_, index) =>
    aCadence({ id: 1_001 + index, name: `Cadence ${index + 1}` }),
  );
  const steps = Array.from({ length: 40 }, (_, index) =>
    aStep({
      id: 5_001 + index,
      day: 1 + Math.floor(index / 8),
      stepNumber: 1 + Math.floor(index / 8),
      ...pick('cadence', cadences, index),
    }),
  );
  put(world, ...cadences, ...steps);
  const accounts = Array.from({ length: Math.max(1, Math.round(n / 2.5)) }, (_, index) =>
    anAccount({
      id: 800_001 + index,
      name: `Company ${index + 1}`,
      ...pick('locale', PLACES, index),
      at: now - 48 * HOUR_MS,
    }),
  );
  for (let index = 0; index < n; index += 1) {
    const person = aPerson({
      id: 2_000_001 + index,
      firstName: `Pat ${index + 1}`,
      lastName: 'Benchmark',
      at: now - 48 * HOUR_MS,
      phone: `+1${AREAS[index % AREAS.length]}555${String(1000 + (index % 9000)).padStart(4, '0')}`,
      ...pick('account', accounts, Math.floor(index / 2.5)),
      ...pick('locale', PLACES, Math.floor(index / 2.5)),
    });
    if (index % 5 === 4) {
      put(world, aTask({ id: 900_001 + index, person, user, dueDate: addDays(today, -(index % 14)) }));
      continue;
    }
    const dueAt = now - (1 + (index % 300)) * HOUR_MS;
    const task =
      index % 10 === 0
        ? {
            task: aTask({
              id: 950_001 + index,
              person,
              user,
              dueDate: dateIn(user.time_zone, dueAt),
              source: 'salesloft.cadence',
            }),
          }
        : {};
    put(world, anAction({ id: 3_000_001 + index, person, user, dueAt, ...pick('step', steps, index), ...task }));
  }
  return world;
}

/** `{ name: the entry at this place, going round }`; empty for an empty list. */
function pick<Name extends string, Value>(
  name: Name,
  values: readonly Value[],
  index: number,
): { [Key in Name]?: Value } {
  const value = values[index % values.length];
  return value === undefined ? {} : ({ [name]: value } as { [Key in Name]?: Value });
}

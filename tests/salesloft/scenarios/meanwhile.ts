import { readJson } from '../request.ts';
import { iso, type Id } from '../wire.ts';
import type { World } from '../world.ts';
import { scenario, type Aim, type Scenario } from './scenario.ts';

/** Something happens in Salesloft directly before the next fitting request is answered; once, unless told otherwise. */
export function meanwhile(name: string, happens: (world: World) => void, aim: Aim = {}): Scenario {
  return scenario(
    name,
    { times: 1, ...aim },
    (_request, next, { world, bite }) => {
      bite();
      happens(world);
      return next();
    },
    'POST /v2/activities/calls',
  );
}

export function renamesDisposition(from: string, to: string, aim: Aim = {}): Scenario {
  return meanwhile(
    'disposition renamed',
    (world) => {
      const disposition = [...world.dispositions.values()].find(({ name }) => name === from);
      if (disposition) Object.assign(disposition, { name: to, updated_at: iso(Date.now()) });
    },
    aim,
  );
}

/** The rep completes the step in Salesloft itself. */
export function completesActionElsewhere(actionId: Id, aim: Aim = {}): Scenario {
  return meanwhile(
    'action completed elsewhere',
    (world) => {
      const action = world.actions.get(String(actionId));
      if (!action) return;
      action.status = 'completed';
      const task = world.tasks.get(String(action.task?.id));
      if (task) Object.assign(task, { current_state: 'completed', completed_at: iso(Date.now()) });
    },
    aim,
  );
}

export function deletesPerson(personId: Id, aim: Aim = {}): Scenario {
  return meanwhile('person deleted', (world) => world.people.delete(String(personId)), aim);
}

/** The CRM drops the last line of a note when it carries our reference. */
export function manglesNotes(aim: Aim = {}): Scenario {
  return scenario(
    'notes mangled',
    aim,
    (request, next, { bite }) => {
      const body = readJson(request.body) ?? {};
      const notes = typeof body['notes'] === 'string' ? body['notes'] : '';
      const kept = notes.replace(/\n*ref [0-9A-Z]{4}-[0-9A-Z]{4}\s*$/, '');
      if (kept === notes) return next();
      bite();
      return next({ ...request, body: JSON.stringify({ ...body, notes: kept }) });
    },
    'POST /v2/activities/calls',
  );
}

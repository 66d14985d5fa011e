import { invalid } from '../refusals.ts';
import { scenario, type Aim, type Scenario } from './scenario.ts';

/** 422 with Salesloft's words against fields that it would take otherwise: it documents no list of what it checks. */
export function refusesFields(errors: Readonly<Record<string, readonly string[]>>, aim: Aim = {}): Scenario {
  return scenario(
    'fields refused',
    aim,
    (_request, _next, { bite }) => {
      bite();
      return invalid(errors);
    },
    'POST /v2/activities/calls',
  );
}

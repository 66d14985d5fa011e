import { json, type Answer } from '../answer.ts';
import type { ApiCall, Routes } from '../call.ts';
import { anyOf } from '../filters.ts';
import { list, type Listing } from '../lists.ts';
import { invalid } from '../refusals.ts';
import type { NumberAssignment } from '../rows.ts';
import { ref } from '../wire.ts';
import { showOne } from './find-row.ts';

const assignments: Listing<NumberAssignment> = {
  name: 'phone_number_assignments',
  filters: { ids: anyOf((row) => row.id) },
  sorts: { created_at: (row) => row.created_at, updated_at: (row) => row.updated_at },
  usualSort: 'updated_at',
  usualDirection: 'DESC',
};

/** The last ten digits: raw numbers are written in many ways. */
function tail(text: string | null): string {
  return (text ?? '').replace(/\D/g, '').slice(-10);
}

/** Who may own a number: several people perhaps. */
function callerIds({ world, query }: ApiCall): Answer {
  const asked = tail(query.get('phone_number')?.[0] ?? '');
  if (asked === '') return invalid({ phone_number: ["can't be blank"] });
  const owners = [...world.people.values()].filter((person) =>
    [person.phone, person.mobile_phone, person.home_phone].some((number) => tail(number) === asked),
  );
  return json(200, {
    data: owners.map((person) => ({
      display_name: person.display_name,
      title: person.title,
      account_name: person.person_company_name,
      person: ref('people', person.id),
    })),
  });
}

function recordingSettings({ world: { team } }: ApiCall): Answer {
  return json(200, { data: { recording_default: team.record_by_default && !team.call_recording_disabled } });
}

export const phoneNumberRoutes: Routes = {
  'GET /v2/phone_number_assignments': (call) => list(call, call.world.numberAssignments.values(), assignments),
  'GET /v2/phone_number_assignments/{id}': (call) => showOne(call, call.world.numberAssignments),
  'GET /v2/phone_numbers/caller_ids': callerIds,
  'GET /v2/phone_numbers/recording_settings/{id}': recordingSettings,
};

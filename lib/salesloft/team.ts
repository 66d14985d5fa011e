import type { Rep } from '@/lib/domain/sign-in/rep-sign-in';
import { localTime } from '@/lib/domain/core/local-time';
import type { ApiResult } from '@/lib/domain/core/api-result';
import { asId, type UserGuid } from '@/lib/domain/core/ids';
import type { TeamRules } from '@/lib/domain/sign-in/team-rules';
import type { SalesloftClient } from './http-client';
import { brokenAnswer } from './failures';
import { readAll } from './list';
import { flagOf, idOf, isWire, refIdOf, textOf, type Wire } from './wire';

/** Who the token belongs to, and their team: two points. `ownZone`: of this computer, for a rep without a time zone. */
export async function readRep(client: SalesloftClient, ownZone: () => string): Promise<ApiResult<Rep>> {
  const [me, team] = await Promise.all([client.get('/v2/me'), client.get('/v2/team')]);
  if (!me.ok) return me;
  const user = dataOf(me.value);
  if (!user || textOf(user, 'guid') === '' || idOf(user) === '') return { ok: false, failure: brokenAnswer(200) };
  // The team's name is a courtesy; a token without the right to read it still has a rep.
  const teamRow = team.ok ? dataOf(team.value) : undefined;
  return {
    ok: true,
    value: {
      userId: idOf(user),
      guid: asId<UserGuid>(textOf(user, 'guid')),
      name: textOf(user, 'name') || textOf(user, 'email'),
      email: textOf(user, 'email'),
      timeZone: localTime(0, textOf(user, 'time_zone')) ? textOf(user, 'time_zone') : ownZone(),
      teamId: refIdOf(user, 'team') || (teamRow ? idOf(teamRow) : ''),
      teamName: teamRow ? textOf(teamRow, 'name') : '',
      country: textOf(user, 'work_country'),
    },
  };
}

/** The team's lists and flags for logging a call: three points, more for very long lists. */
export async function readTeamRules(client: SalesloftClient): Promise<ApiResult<TeamRules>> {
  const [team, dispositions, sentiments] = await Promise.all([
    client.get('/v2/team'),
    readAll(client, '/v2/call_dispositions', {}, nameOf),
    readAll(client, '/v2/call_sentiments', {}, nameOf),
  ]);
  if (!team.ok) return team;
  if (!dispositions.ok) return dispositions;
  if (!sentiments.ok) return sentiments;
  const flags = dataOf(team.value) ?? {};
  return {
    ok: true,
    value: {
      dispositions: dispositions.value,
      sentiments: sentiments.value,
      dispositionRequired: flagOf(flags, 'dispositions_required'),
      sentimentRequired: flagOf(flags, 'sentiments_required'),
      recordingDisabled: flagOf(flags, 'call_recording_disabled'),
    },
  };
}

/** Exactly as spelled: Salesloft compares names letter by letter, outer blanks included. */
function nameOf(row: Wire): string | undefined {
  const { name } = row;
  return typeof name === 'string' && name !== '' ? name : undefined;
}

function dataOf(body: Wire): Wire | undefined {
  return isWire(body['data']) ? body['data'] : undefined;
}

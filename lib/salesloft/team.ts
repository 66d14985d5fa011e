import type { Rep } from '@/lib/domain/sign-in/rep-sign-in';
import { localTime } from '@/lib/domain/core/local-time';
import type { ApiResult } from '@/lib/domain/core/api-result';
import { asId, type UserGuid } from '@/lib/domain/core/ids';
import type { TeamRules } from '@/lib/domain/sign-in/team-rules';
import type { SalesloftClient } from './http-client';
import { brokenAnswer } from './failures';
import { readCrmFields } from './crm-fields';
import { readAll } from './list';
import { flagOf, idOf, isWire, refIdOf, textOf, type Wire } from './wire';

/** The rep and their team's rules. The rules that follow a sign-in take the team as the sign-in has just read it. */
export function createTeamReads() {
  let atSignIn: ApiResult<Wire> | undefined;
  return {
    readRep: (client: SalesloftClient, ownZone: () => string): Promise<ApiResult<Rep>> => {
      const team = client.get('/v2/team');
      return readRep(client, ownZone, team).finally(async () => {
        atSignIn = await team;
      });
    },
    readTeamRules: (client: SalesloftClient): Promise<ApiResult<TeamRules>> => {
      const team = atSignIn?.ok === true ? Promise.resolve(atSignIn) : client.get('/v2/team');
      atSignIn = undefined;
      return readTeamRules(client, team);
    },
  };
}

type TeamReply = Promise<ApiResult<Wire>>;

/** Who the token belongs to, and their team: two points. `ownZone`: of this computer, for a rep without a time zone. */
export async function readRep(
  client: SalesloftClient,
  ownZone: () => string,
  teamReply: TeamReply = client.get('/v2/team'),
): Promise<ApiResult<Rep>> {
  const [me, team] = await Promise.all([client.get('/v2/me'), teamReply]);
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

/** The team's lists and flags for logging a call: four points, one less after a sign-in, more for very long lists. */
async function readTeamRules(client: SalesloftClient, teamReply: TeamReply): Promise<ApiResult<TeamRules>> {
  const [team, dispositions, sentiments, crmFields] = await Promise.all([
    teamReply,
    readAll(client, '/v2/call_dispositions', {}, nameOf),
    readAll(client, '/v2/call_sentiments', {}, nameOf),
    readCrmFields(client),
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
      // A log can go without them: that they are not known keeps nobody from calling.
      ...(crmFields.ok ? { crmFields: crmFields.value } : {}),
      ...(!crmFields.ok && crmFields.failure.code === 'permission-missing' ? { isCrmForbidden: true } : {}),
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

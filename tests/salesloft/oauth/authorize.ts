import { html, redirect, type Answer } from '../answer.ts';
import { readFields, type SalesloftRequest } from '../request.ts';
import { signedInUser, type OauthApp, type World } from '../world.ts';
import { approvalPage, troublePage } from './approval-page.ts';
import { addGrant, CODE_LIFE_MS, randomText, type Grants } from './grants.ts';

const EXTENSION_ADDRESS = /^https:\/\/[a-p]{32}\.chromiumapp\.org\//;

/** GET shows the page where the rep decides; POST is the decision. A bad client or address never leads back. */
export function authorize(request: SalesloftRequest, world: World, grants: Grants, now: number): Answer {
  const isDecision = request.method === 'POST';
  const asked = isDecision ? readFields(request) : Object.fromEntries(request.query);
  const { client_id: clientId = '', redirect_uri: redirectUri = '', response_type: responseType = '' } = asked;
  if (clientId !== world.app.clientId) return html(401, troublePage('This application is not known to Salesloft.'));
  if (!isRegistered(world.app, redirectUri)) {
    return html(400, troublePage('The redirect address is not registered for this application.'));
  }
  const back = (fields: Readonly<Record<string, string>>): Answer => {
    const url = new URL(redirectUri);
    for (const [name, value] of Object.entries(fields)) url.searchParams.set(name, value);
    if (asked['state'] !== undefined) url.searchParams.set('state', asked['state']);
    return redirect(url.href);
  };
  if (responseType !== 'code') return back({ error: 'unsupported_response_type' });
  if (asked['decision'] === 'deny') {
    return back({
      error: 'access_denied',
      error_description: 'The resource owner or authorization server denied the request.',
    });
  }
  const user = signedInUser(world);
  const scopes = grantedScopes(world.app, asked['scope']);
  const isRemembered =
    world.app.remembersApproval && grants.all.some(({ userId, isRevoked }) => userId === user.id && !isRevoked);
  if (!isDecision && !isRemembered)
    return html(200, approvalPage(world.app.name, user, world.team.name, scopes, asked));
  const code = randomText();
  const context = randomText().slice(0, 24);
  grants.codes.set(code, {
    grant: addGrant(grants, user.id, scopes),
    clientId,
    redirectUri,
    context,
    challenge: asked['code_challenge_method'] === 'S256' ? (asked['code_challenge'] ?? '') : '',
    expiresAt: now + CODE_LIFE_MS,
    isUsed: false,
  });
  return back({ code, context, scope: scopes.join(' ') });
}

function isRegistered(app: OauthApp, address: string): boolean {
  if (app.redirectUris.length > 0) return app.redirectUris.includes(address);
  return EXTENSION_ADDRESS.test(address);
}

/** Scopes are chosen on the app; asking for fewer narrows the grant. */
function grantedScopes(app: OauthApp, asked: string | undefined): readonly string[] {
  if (!asked) return app.scopes;
  const wanted = asked.split(' ');
  return app.scopes.filter((scope) => wanted.includes(scope));
}

import type { User } from '../rows.ts';
import { escapeHtml } from '../escape-html.ts';

/** Where the rep decides. `asked` goes back with the decision as it came. */
export function approvalPage(
  appName: string,
  user: User,
  teamName: string,
  scopes: readonly string[],
  asked: Readonly<Record<string, string>>,
): string {
  const fields = Object.entries(asked)
    .map(([name, value]) => `<input type="hidden" name="${escapeHtml(name)}" value="${escapeHtml(value)}">`)
    .join('');
  const rows = scopes.map((scope) => `<li>${escapeHtml(describe(scope))}</li>`).join('');
  return page(
    `Authorize ${appName}`,
    `
    <h1>Authorize ${escapeHtml(appName)}</h1>
    <p><strong>${escapeHtml(appName)}</strong> would like to work with your Salesloft account.</p>
    <p class="who"><span class="face" aria-hidden="true">${escapeHtml(initials(user))}</span>
      <span>${escapeHtml(user.name)}<small>${escapeHtml(user.email)} · ${escapeHtml(teamName)}</small></span></p>
    <h2>It will be able to</h2><ul>${rows}</ul>
    <form method="post" action="/oauth/authorize">${fields}
      <button name="decision" value="deny" class="quiet">Deny</button>
      <button name="decision" value="authorize">Authorize</button></form>`,
  );
}

export function troublePage(words: string): string {
  return page('Something is wrong', `<h1>An error has occurred</h1><p>${escapeHtml(words)}</p>`);
}

/** `people:read` as `Read people`. */
function describe(scope: string): string {
  const [what = '', how = ''] = scope.split(':');
  return `${how.charAt(0).toUpperCase()}${how.slice(1)} ${what.replace(/_/g, ' ')}`;
}

function initials(user: User): string {
  return `${user.first_name.charAt(0)}${user.last_name.charAt(0)}`;
}

function page(title: string, main: string): string {
  return `<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title>${escapeHtml(title)} - Salesloft</title>
<meta name="viewport" content="width=device-width"><link rel="icon" href="data:,"><style>
  body { margin: 0; min-height: 100vh; display: grid; place-items: center; background: #eef2f0; color: #16302b;
    font: 15px/1.5 system-ui, sans-serif; }
  main { width: min(26rem, calc(100vw - 4rem)); padding: 2rem; background: #fff; border-radius: 12px;
    box-shadow: 0 8px 30px #16302b1f; }
  h1 { font-size: 1.35rem; margin: 0 0 .75rem; } h2 { font-size: .9rem; margin: 1.25rem 0 .25rem; }
  ul { margin: 0; padding-left: 1.1rem; columns: 2; color: #40574f; font-size: .875rem; }
  .who { display: flex; gap: .75rem; align-items: center; padding: .75rem; border: 1px solid #d7e0dc; border-radius: 8px; }
  .who small { display: block; color: #5b6f68; }
  .face { flex: none; width: 2.25rem; height: 2.25rem; border-radius: 50%; background: #0f6b4f; color: #fff;
    display: grid; place-items: center; font-weight: 600; font-size: .875rem; }
  form { display: flex; justify-content: flex-end; gap: .75rem; margin-top: 1.5rem; }
  button { font: inherit; font-weight: 600; padding: .55rem 1.1rem; border-radius: 8px; border: 1px solid #0f6b4f;
    background: #0f6b4f; color: #fff; cursor: pointer; } .quiet { background: #fff; color: #0f6b4f; }
</style></head><body><main>${main}</main></body></html>`;
}

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { read, ROOT } from '../source-files.ts';

/** Whoever widens what the extension may do widens it here too, where a review sees it. */
const MANIFEST = {
  manifest_version: 3,
  name: '__MSG_extensionName__',
  short_name: '__MSG_extensionShortName__',
  description: '__MSG_extensionDescription__',
  default_locale: 'en',
  minimum_chrome_version: '156',
  incognito: 'not_allowed',
  externally_connectable: { ids: [], matches: [] },
  permissions: ['identity', 'sidePanel', 'storage', 'alarms', 'offscreen', 'unlimitedStorage'],
  host_permissions: ['https://api.salesloft.com/*', 'https://accounts.salesloft.com/*'],
  // Asked for one origin at a time, for a customer's own gateway.
  optional_host_permissions: ['https://*/*'],
  storage: { managed_schema: 'managed-schema.json' },
  commands: {
    _execute_action: { suggested_key: { default: 'Ctrl+Shift+L' } },
    'end-as-no-answer': { suggested_key: { default: 'Ctrl+Shift+9' }, description: '__MSG_command_end_as_no_answer__' },
    'dial-next': { suggested_key: { default: 'Ctrl+Shift+0' }, description: '__MSG_command_dial_next__' },
    mute: { description: '__MSG_command_mute__' },
  },
  action: { default_title: '__MSG_actionTitle__' },
  icons: {
    '16': 'icons/loftline-16.png',
    '32': 'icons/loftline-32.png',
    '48': 'icons/loftline-48.png',
    '128': 'icons/loftline-128.png',
  },
  content_scripts: [
    { matches: ['https://app.salesloft.com/*'], run_at: 'document_idle', js: ['content-scripts/salesloft.js'] },
  ],
  background: { service_worker: 'background.js' },
  options_ui: { open_in_tab: true, page: 'options.html' },
  side_panel: { default_path: 'sidepanel.html' },
};

const CSP = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data:",
  "font-src 'self'",
  "media-src 'self' blob:",
  "connect-src 'self' https: wss:",
  "object-src 'none'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
  "require-trusted-types-for 'script'",
  "trusted-types 'none'",
];

const built = JSON.parse(readFileSync(join(ROOT, '.output', 'chrome-mv3', 'manifest.json'), 'utf8')) as Record<
  string,
  unknown
>;

it('asks for exactly what is written here, and for nothing else', () => {
  const { key, version, content_security_policy: csp, ...asked } = built;
  expect(asked).toEqual(MANIFEST);
  expect(csp).toEqual({ extension_pages: CSP.join('; ') });
  expect(typeof key).toBe('string');
  expect(version).toBe((JSON.parse(read('package.json')) as { version: string }).version);
});

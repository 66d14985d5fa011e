import type { Rollup } from 'vite';
import { defineConfig } from 'wxt';

/** Fixes the extension's id, so that the OAuth redirect and company policies can name it. */
const PUBLIC_KEY =
  'MIIBIjANBgkqhkiG9w0BAQEFAAOCAQ8AMIIBCgKCAQEAjBq88w+J1XNNxPmszdAUKW4TW1B3SAOY9zAebFrDsYnNgMfg8mJXZFOM/JsZqNA98kpWhdJt3DCAE6mg3PgShdsB74G1Tnai5eaJ24e7By3QjxdxFQFXiavYS+v7cIluABraXU6QRCfiOeEJgfyqL/rD+evT/iFot+mua9bgCHed4WXdD51CIzhYmaFFGDEpFbJp43ZDZm6xqx9Y/OCMqsn3qdrpNwhrg+q5wgbpuyHhdIe+tlPIGf/XJI7xvtrGK0c18VNUCuQ3TCQBfCPCXn6/q5FMhLz1dFiZyNMl00ZtRtP0C4UGl6i8jaEFCdrVO5JYe3agLQZHp/VBLqupqwIDAQAB';

/** What extension pages and the worker may load and reach; each page narrows it further by its own meta tag. */
const EXTENSION_PAGES_CSP = [
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
].join('; ');

/** Chrome draws nothing of what stands after a style sheet until that is there: the panel's outline stands before it. */
const stylesAfterOutline = {
  name: 'loftline:styles-after-outline',
  transformIndexHtml: {
    order: 'post' as const,
    handler: (html: string): string => {
      const styles = html.includes('<svg') ? /^\s*<link rel="stylesheet".*>\n/m.exec(html)?.[0] : undefined;
      return styles ? html.replace(styles, '\n').replace(/^\s*<\/body>/m, (end) => styles + end) : html;
    },
  },
};

/** Content scripts use Chrome's own `browser`, which the polyfill would only hand on: 10 kB less in every Salesloft page. */
const browserWithoutPolyfill = {
  name: 'loftline:browser-without-polyfill',
  enforce: 'pre' as const,
  resolveId(this: Rollup.PluginContext, id: string, importer?: string): Promise<Rollup.ResolvedId | null> | null {
    return id === '@wxt-dev/webextension-polyfill/browser' ? this.resolve('@wxt-dev/browser', importer) : null;
  },
};

export default defineConfig({
  imports: false,
  // Puts webextension-polyfill behind `wxt/browser`: see docs/adr/0003-webextension-polyfill-behind-wxt.md.
  modules: ['@wxt-dev/webextension-polyfill'],
  manifest: ({ mode }) => ({
    name: '__MSG_extensionName__',
    short_name: '__MSG_extensionShortName__',
    description: '__MSG_extensionDescription__',
    default_locale: 'en',
    key: PUBLIC_KEY,
    minimum_chrome_version: '156',
    incognito: 'not_allowed',
    externally_connectable: { ids: [], matches: [] },
    permissions: ['identity', 'sidePanel', 'storage', 'alarms', 'offscreen', 'unlimitedStorage'],
    host_permissions: ['https://api.salesloft.com/*', 'https://accounts.salesloft.com/*'],
    optional_host_permissions: ['https://*/*'],
    storage: { managed_schema: 'managed-schema.json' },
    commands: {
      _execute_action: { suggested_key: { default: 'Ctrl+Shift+L' } },
      'end-as-no-answer': {
        suggested_key: { default: 'Ctrl+Shift+9' },
        description: '__MSG_command_end_as_no_answer__',
      },
      'dial-next': { suggested_key: { default: 'Ctrl+Shift+0' }, description: '__MSG_command_dial_next__' },
      mute: { description: '__MSG_command_mute__' },
    },
    action: { default_title: '__MSG_actionTitle__' },
    icons: Object.fromEntries([16, 32, 48, 128].map((size) => [size, `icons/loftline-${size}.png`])),
    ...(mode === 'production' ? { content_security_policy: { extension_pages: EXTENSION_PAGES_CSP } } : {}),
  }),
  hooks: {
    'vite:build:extendConfig': (entrypoints, config) => {
      if (entrypoints.every(({ type }) => type === 'content-script'))
        config.plugins = [...(config.plugins ?? []), browserWithoutPolyfill];
    },
  },
  vite: () => ({
    oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
    build: { modulePreload: { polyfill: false }, sourcemap: false },
    plugins: [stylesAfterOutline],
  }),
});

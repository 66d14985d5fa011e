import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { execFileSync } from 'node:child_process';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

export type PolicyFile = {
  /** Starts the browser so that it alone sees the policy. */
  readonly program: string;
  /** Changes the policy under the running browser, as an admin would. */
  readonly write: (policy: Readonly<Record<string, unknown>>) => void;
  readonly remove: () => void;
};

/**
 * Gives one browser a managed policy: the extension's, and with `ofChrome` Chrome's own. Chromium reads `/etc/chromium/policies`; a private mount puts a folder of our own
 * there for this browser only, so that no other program is touched and nothing is left behind. Linux with `unshare`.
 */
export function withPolicy(
  browser: string,
  extensionId: string,
  policy: Readonly<Record<string, unknown>>,
  ofChrome: Readonly<Record<string, unknown>> = {},
): PolicyFile {
  if (!mayUsePrivateMounts()) {
    throw new Error(
      'A managed policy can be tried on Linux only, as root or where `unshare --map-root-user --mount` is allowed.',
    );
  }
  const folder = mkdtempSync(join(tmpdir(), 'loftline-policy-'));
  mkdirSync(join(folder, 'etc', 'policies', 'managed'), { recursive: true });
  const write = (values: Readonly<Record<string, unknown>>): void =>
    writeFileSync(
      join(folder, 'etc', 'policies', 'managed', 'loftline.json'),
      JSON.stringify({ ...ofChrome, '3rdparty': { extensions: { [extensionId]: values } } }),
    );
  write(policy);
  const program = join(folder, 'browser-with-policy');
  const place = browser.includes('chromium') ? '/etc/chromium' : '/etc/opt/chrome';
  writeFileSync(
    program,
    [
      '#!/bin/sh',
      `exec unshare ${unshareFlags().join(' ')} sh -c 'mount --bind "$0" ${place} && exec "$@"' "${join(folder, 'etc')}" "${browser}" "$@"`,
      '',
    ].join('\n'),
  );
  chmodSync(program, 0o755);
  return { program, write, remove: () => rmSync(folder, { recursive: true, force: true }) };
}

export function unshareFlags(): readonly string[] {
  return process.getuid?.() === 0 ? ['--mount'] : ['--map-root-user', '--mount'];
}

export function mayUsePrivateMounts(): boolean {
  if (process.platform !== 'linux') return false;
  try {
    execFileSync('unshare', [...unshareFlags(), 'true'], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}

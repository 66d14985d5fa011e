import { appendFileSync, chmodSync, mkdirSync, mkdtempSync, rmSync, statfsSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser } from 'puppeteer';
import { findBrowser } from './find-browser.ts';
import { mayUsePrivateMounts, unshareFlags } from './policy-file.ts';

export type SmallDisk = {
  /** Starts the browser so that it alone has its profile on the small disk. */
  readonly program: string;
  readonly profileDir: string;
  /** Leaves no byte free for this browser. */
  readonly fill: (browser: Browser) => void;
  readonly free: (browser: Browser) => void;
  readonly remove: () => void;
};

/** Chromium's fresh profile takes about half of it. */
const MEGABYTES = 120;
const KEEP_FULL_EVERY_MS = 20;

/** A disk in memory, mounted for one browser only: it can be filled without harm to anything else. */
export function withSmallDisk(): SmallDisk {
  const { folder, program, profileDir } = startsWith(`mount -t tmpfs -o size=${MEGABYTES}m tmpfs "$0"`);
  // The mount is seen through the browser's own view of the files.
  let keepingFull: NodeJS.Timeout | undefined;
  const within = (browser: Browser): string => `/proc/${browser.process()?.pid ?? 0}/root${profileDir}`;
  return {
    program,
    profileDir,
    fill: (browser) => {
      const mounted = within(browser);
      fill(mounted);
      // Chromium tidies up and makes room by itself; a full disk has others that take it at once.
      keepingFull = setInterval(() => fill(mounted), KEEP_FULL_EVERY_MS);
    },
    free: (browser) => {
      clearInterval(keepingFull);
      rmSync(join(within(browser), 'ballast'));
    },
    remove: () => {
      clearInterval(keepingFull);
      // The browser's own view of it is a mount that goes with the browser; here it is an empty folder.
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** A browser that can write everything but IndexedDB, from its first start: the folder is there, and read-only. */
export function withClosedDatabase(): Pick<SmallDisk, 'program' | 'profileDir' | 'remove'> {
  const { folder, program, profileDir } = startsWith(
    'mkdir -p "$0/Default/IndexedDB" && mount -t tmpfs -o ro tmpfs "$0/Default/IndexedDB"',
  );
  return { program, profileDir, remove: () => rmSync(folder, { recursive: true, force: true }) };
}

/** A program that mounts something of its own, seen by nobody else, and then becomes the browser. `$0` is the profile. */
function startsWith(mounts: string): {
  readonly folder: string;
  readonly program: string;
  readonly profileDir: string;
} {
  if (!mayUsePrivateMounts()) {
    throw new Error(
      'A failing disk can be tried on Linux only, as root or where `unshare --map-root-user --mount` is allowed.',
    );
  }
  const folder = mkdtempSync(join(tmpdir(), 'loftline-disk-'));
  const profileDir = join(folder, 'profile');
  mkdirSync(profileDir);
  const program = join(folder, 'browser-on-its-own-disk');
  const command = `exec unshare ${unshareFlags().join(' ')} sh -c '${mounts} && exec "$@"' "${profileDir}" "${findBrowser()}" "$@"`;
  writeFileSync(program, `#!/bin/sh\n${command}\n`);
  chmodSync(program, 0o755);
  return { folder, program, profileDir };
}

function fill(folder: string): void {
  const ballast = join(folder, 'ballast');
  const { bavail, bsize } = statfsSync(folder);
  if (bavail === 0) return;
  for (let size = bavail * bsize; size > 0; size = Math.floor(size / 2)) {
    try {
      appendFileSync(ballast, Buffer.alloc(size));
    } catch {
      // Not so much any more: the rest in halves, to the last byte.
    }
  }
}

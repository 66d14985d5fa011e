import { mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import puppeteer, { type Browser, type Page, type WebWorker } from 'puppeteer';
import { extensionIdOf } from '../../tools/package/sign-crx.ts';
import { collectErrors, type ErrorLog } from './error-log.ts';
import { findBrowser } from './find-browser.ts';
import { withPolicy, type PolicyFile } from './policy-file.ts';
import { watchAttachments } from './attached-worker.ts';
import { findOffscreen, findWorker, stopWorker } from './targets.ts';

/** The production build, unchanged: the tests drive what is shipped. */
export const BUILD_FOLDER = join(import.meta.dirname, '..', '..', '..', '.output', 'chrome-mv3');

export const PANEL_SIZE = { width: 420, height: 900 };

const SALESLOFT_HOSTS = ['api.salesloft.com', 'accounts.salesloft.com', 'app.salesloft.com'];

export type LaunchOptions = {
  /** The simulator: all three hosts of Salesloft are led to its port; a further `*.test` host as well. */
  readonly salesloft: { readonly port: number };
  /** Ports of this machine that further hosts are led to. */
  readonly hosts?: Readonly<Record<string, number>>;
  /** Managed policy by key, as an admin would give it; Linux only. See policy-file.ts. */
  readonly policy?: Readonly<Record<string, unknown>>;
  /** Installed by policy as a signed package that can be updated, instead of unpacked; see packed.ts. */
  readonly packed?: { readonly extensionId: string; readonly policy: Readonly<Record<string, unknown>> };
  readonly headless?: boolean;
  /** Another program than the browser itself, which starts it in its own way; see small-disk.ts. */
  readonly program?: string;
  /** Kept after the end, so that a second launch finds the same profile; a throw-away one otherwise. */
  readonly profileDir?: string;
  /** What Chrome answers when the microphone is asked for. */
  readonly microphone?: 'granted' | 'prompt' | 'denied';
  /** Another build folder than the shipped one, for comparisons. */
  readonly build?: string;
  /** The machine's own microphone and loudspeaker instead of Chromium's pretended ones. */
  readonly hasRealDevices?: boolean;
  /** False leaves the worker unwatched by anybody, so that it can be stopped at any moment; see `stopWorker`. */
  readonly listensToWorker?: boolean;
  readonly windowSize?: { readonly width: number; readonly height: number };
  readonly flags?: readonly string[];
};

export type Loftline = {
  readonly browser: Browser;
  readonly extensionId: string;
  /** What went wrong on any page opened here, in the worker and on the offscreen page. */
  readonly errors: ErrorLog;
  readonly policy: PolicyFile | undefined;
  /** The address of one of the extension's pages. */
  readonly url: (page: string) => string;
  readonly worker: () => Promise<WebWorker>;
  /** Stops the service worker as Chrome does; resolves once it is gone. */
  readonly killWorker: () => Promise<void>;
  /** The panel as a tab of the panel's size: it behaves as in the side panel. */
  readonly openPanel: () => Promise<Page>;
  readonly openOptions: () => Promise<Page>;
  readonly openPage: (path: string) => Promise<Page>;
  /** The offscreen document; waits until there is one. */
  readonly offscreen: () => Promise<Page>;
  readonly close: () => Promise<void>;
};

/** Starts Chromium with the built extension, led to a Salesloft on this machine. */
export async function launchLoftline(options: LaunchOptions): Promise<Loftline> {
  const build = options.build ?? BUILD_FOLDER;
  const extensionId = options.packed?.extensionId ?? readExtensionId(build);
  const policy =
    options.policy || options.packed
      ? withPolicy(findBrowser(), extensionId, options.policy ?? {}, options.packed?.policy)
      : undefined;
  const microphone = options.microphone ?? 'granted';
  if (options.profileDir) mkdirSync(options.profileDir, { recursive: true });
  const browser = await puppeteer.launch({
    executablePath: policy?.program ?? options.program ?? findBrowser(),
    headless: options.headless ?? true,
    pipe: true,
    enableExtensions: true,
    defaultViewport: null,
    // With it Chrome would look for no update either.
    ...(options.packed ? { ignoreDefaultArgs: ['--disable-background-networking'] } : {}),
    ...(options.profileDir ? { userDataDir: options.profileDir } : {}),
    args: chromiumFlags(options.salesloft.port, microphone, options),
  });
  await watchAttachments(browser);
  const url = (page: string): string => `chrome-extension://${extensionId}/${page}`;
  if (options.packed) await browser.waitForTarget((target) => target.url().startsWith(url('')));
  else await browser.installExtension(build);
  const origin = url('').replace(/\/$/, '');
  await browser
    .defaultBrowserContext()
    .setPermission(origin, { permission: { name: 'microphone' }, state: microphone });
  const errors = collectErrors(browser, origin, options.listensToWorker ?? true);

  const openPage = async (path: string): Promise<Page> => {
    const page = await browser.newPage();
    await page.setViewport(PANEL_SIZE);
    await page.goto(url(path));
    return page;
  };
  return {
    browser,
    extensionId,
    errors,
    policy,
    url,
    openPage,
    worker: () => findWorker(browser, extensionId),
    killWorker: () => stopWorker(browser, extensionId),
    openPanel: () => openPage('sidepanel.html'),
    openOptions: () => openPage('options.html'),
    offscreen: () => findOffscreen(browser, url('offscreen.html')),
    close: async () => {
      await browser.close();
      policy?.remove();
    },
  };
}

function chromiumFlags(port: number, microphone: string, options: LaunchOptions): string[] {
  const others = Object.entries(options.hosts ?? {}).map(([host, itsPort]) => `MAP ${host}:443 127.0.0.1:${itsPort}`);
  const rules = [
    ...others,
    ...SALESLOFT_HOSTS.map((host) => `MAP ${host}:443 127.0.0.1:${port}`),
    `MAP *.test:443 127.0.0.1:${port}`,
  ];
  if (options.packed) rules.push('MAP * ~NOTFOUND', 'EXCLUDE 127.0.0.1');
  const size = options.windowSize;
  return [
    `--host-resolver-rules=${rules.join(',')}`,
    '--ignore-certificate-errors',
    '--disable-quic',
    '--no-first-run',
    ...(options.packed ? [] : ['--disable-background-networking']),
    '--disable-component-update',
    '--disable-sync',
    ...(options.hasRealDevices ? [] : ['--use-fake-device-for-media-stream']),
    '--autoplay-policy=no-user-gesture-required',
    ...(microphone === 'granted' ? ['--use-fake-ui-for-media-stream'] : []),
    ...(size ? [`--window-size=${size.width},${size.height}`] : []),
    // Chromium's sandbox cannot be had by root, nor inside the private mounts of a policy.
    ...(process.getuid?.() === 0 || options.policy || options.packed || options.program ? ['--no-sandbox'] : []),
    ...(options.flags ?? []),
  ];
}

export function readExtensionId(build: string): string {
  const manifest = JSON.parse(readFileSync(join(build, 'manifest.json'), 'utf8')) as { readonly key: string };
  return extensionIdOf(manifest.key);
}

import { spawn, type ChildProcess } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { createConnection, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { until } from '../support/browser/until.ts';
import { openGate, type Gate } from './gate.ts';
import { MEDIA_ADDRESS, openMediaGate, type MediaGate } from './media-gate.ts';
import { connectSoftphone, type Softphone } from './softphone.ts';
import { toneFile, toneShares } from './tone.ts';

export const FAR_TONE = 1_000;
export const NEAR_TONE = 440;
export const PASSWORD = 'bench-s3cret';

/** A real phone system on this machine: Debian's kamailio, rtpengine and baresip, and the encryption before it. */
export type PhoneSystem = {
  readonly gate: Gate;
  readonly mediaGate: MediaGate;
  readonly softphone: Softphone;
  /** For Chromium's pretended microphone. */
  readonly nearTone: string;
  /** How many fifths of a second the far end heard of the rep's tone, in its last call, and of how many. */
  readonly heard: () => { readonly windows: number; readonly good: number };
  readonly stop: () => Promise<void>;
};

const MEDIA_PORTS = { first: 22_000, last: 22_099 };

const MODULES = { kamailio: '/usr/lib/x86_64-linux-gnu/kamailio/modules/', baresip: '/usr/lib/baresip/modules' };

export async function startPhoneSystem(): Promise<PhoneSystem> {
  const folder = mkdtempSync(join(tmpdir(), 'loftline-voice-'));
  const heardFolder = join(folder, 'heard');
  for (const one of [heardFolder, join(folder, 'baresip'), join(folder, 'kamailio')]) mkdirSync(one);
  const [sip = 0, ws = 0, ng = 0, softphonePort = 0, control = 0] = await freePorts(5);
  const words = { SIP: sip, WS: ws, NG: ng, SOFTPHONE: softphonePort, CONTROL: control, PASSWORD, FOLDER: folder };
  fill('kamailio.cfg', join(folder, 'kamailio.cfg'), { ...words, MODULES: MODULES.kamailio });
  fill('baresip.cfg', join(folder, 'baresip', 'config'), { ...words, MODULES: MODULES.baresip });
  fill('baresip-accounts.cfg', join(folder, 'baresip', 'accounts'), words);
  writeFileSync(join(folder, 'tone.wav'), toneFile(FAR_TONE, 60, 8_000));
  const nearTone = join(folder, 'near.wav');
  writeFileSync(nearTone, toneFile(NEAR_TONE, 20, 48_000));

  const mediaGate = await openMediaGate(
    Array.from({ length: MEDIA_PORTS.last - MEDIA_PORTS.first + 1 }, (_, index) => MEDIA_PORTS.first + index),
  );
  const programs: ChildProcess[] = [];
  const start = (program: string, ...args: readonly string[]): void => {
    programs.push(spawn(program, args, { stdio: 'ignore', cwd: folder }));
  };
  // Kamailio looks for it once, at its own start.
  start(
    '/usr/bin/rtpengine',
    '--table=-1',
    `--interface=127.0.0.1!${MEDIA_ADDRESS}`,
    `--listen-ng=127.0.0.1:${ng}`,
    `--port-min=${MEDIA_PORTS.first}`,
    `--port-max=${MEDIA_PORTS.last}`,
    '--foreground',
    '--log-stderr',
    '--log-level=4',
    '--delete-delay=0',
    '--num-threads=2',
  );
  await until('the media relay to listen', () => listensOnUdp(ng));
  start(
    '/usr/sbin/kamailio',
    '-f',
    join(folder, 'kamailio.cfg'),
    '-DD',
    '-E',
    '-m',
    '32',
    '-M',
    '4',
    '-Y',
    join(folder, 'kamailio'),
  );
  start('/usr/bin/baresip', '-4', '-f', join(folder, 'baresip'));
  await until('the phone system to listen', async () => (await listensOnTcp(ws)) && (await listensOnTcp(control)));
  const softphone = await connectSoftphone(control);
  const gate = await openGate(ws);
  const recordings = (): readonly string[] =>
    readdirSync(heardFolder)
      .filter((name) => name.endsWith('-dec.wav'))
      .map((name) => join(heardFolder, name));
  return {
    gate,
    mediaGate,
    softphone,
    nearTone,
    heard: () => {
      const last = recordings()
        .toSorted((one, other) => statSync(one).mtimeMs - statSync(other).mtimeMs)
        .at(-1);
      const shares = last === undefined ? [] : toneShares(readFileSync(last), NEAR_TONE);
      return { windows: shares.length, good: shares.filter((share) => share > 0.5).length };
    },
    stop: async () => {
      softphone.close();
      await gate.close();
      await mediaGate.close();
      const gone = programs.map((program) => new Promise((resolve) => program.once('exit', resolve)));
      for (const program of programs) program.kill('SIGTERM');
      const timer = setTimeout(() => programs.forEach((program) => program.kill('SIGKILL')), 3_000);
      await Promise.all(gone);
      clearTimeout(timer);
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

function fill(template: string, path: string, words: Readonly<Record<string, string | number | undefined>>): void {
  const text = readFileSync(join(import.meta.dirname, template), 'utf8');
  writeFileSync(
    path,
    text.replaceAll(/\{\{([A-Z]+)\}\}/g, (_all, name: string) => String(words[name])),
  );
}

async function freePorts(count: number): Promise<readonly number[]> {
  const servers = await Promise.all(
    Array.from(
      { length: count },
      () =>
        new Promise<ReturnType<typeof createServer>>((resolve) => {
          const server = createServer().listen(0, '127.0.0.1', () => resolve(server));
        }),
    ),
  );
  const ports = servers.map((server) => (server.address() as { port: number }).port);
  await Promise.all(servers.map((server) => new Promise((resolve) => server.close(resolve))));
  return ports;
}

function listensOnTcp(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = createConnection({ host: '127.0.0.1', port });
    socket.once('connect', () => {
      socket.destroy();
      resolve(true);
    });
    socket.once('error', () => resolve(false));
  });
}

function listensOnUdp(port: number): boolean {
  const wanted = `:${port.toString(16).toUpperCase().padStart(4, '0')}`;
  return readFileSync('/proc/net/udp', 'utf8')
    .split('\n')
    .some((line) => line.trim().split(/\s+/)[1]?.endsWith(wanted) === true);
}

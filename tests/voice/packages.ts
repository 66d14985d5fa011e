import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';

const PACKAGES = ['kamailio', 'kamailio-websocket-modules', 'rtpengine-daemon', 'baresip-core'];
const PROGRAMS = ['/usr/sbin/kamailio', '/usr/bin/rtpengine', '/usr/bin/baresip'];

/** Debian's own SIP software, installed when it is missing and may be; the words that say why it cannot be had. */
export function missingPhoneSystem(): string | undefined {
  if (PROGRAMS.every((program) => existsSync(program))) return undefined;
  if (process.platform !== 'linux' || !existsSync('/usr/bin/apt-get'))
    return 'The voice bench needs Debian: it starts Debian’s kamailio, rtpengine and baresip.';
  if (process.getuid?.() !== 0)
    return `The voice bench needs these packages, and only root can install them: ${PACKAGES.join(' ')}.`;
  console.log(`Installing ${PACKAGES.join(', ')} …`);
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  const install = () =>
    spawnSync('apt-get', ['install', '-y', '--no-install-recommends', ...PACKAGES], { env, encoding: 'utf8' });
  let done = install();
  if (done.status !== 0) {
    spawnSync('apt-get', ['update'], { env });
    done = install();
  }
  return done.status === 0 && PROGRAMS.every((program) => existsSync(program))
    ? undefined
    : `The packages of the voice bench could not be installed: ${done.stderr.trim().split('\n').at(-1) ?? ''}`;
}

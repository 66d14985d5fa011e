import type { SipConfig } from '@/lib/domain/line-config';
import { createEarpiece } from '@/lib/phone/earpiece';
import { openMicrophone } from '@/lib/phone/microphone';
import { createJssipAgent } from './jssip-agent';
import type { SipParts } from './sip-line';

export function createSipParts(config: SipConfig): SipParts {
  return {
    agent: createJssipAgent(config),
    earpiece: createEarpiece(new AudioContext()),
    openMicrophone,
    now: () => performance.now(),
  };
}

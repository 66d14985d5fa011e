import type { SipConfig } from '@/lib/domain/line-config';
import type { DeviceChoice } from '@/lib/phone/device-choice';
import { createEarpiece } from '@/lib/phone/earpiece';
import { openMicrophone } from '@/lib/phone/microphone';
import { createJssipAgent } from './jssip-agent';
import type { SipParts } from './sip-line';

export function createSipParts(config: SipConfig, devices: DeviceChoice): SipParts {
  return {
    agent: createJssipAgent(config),
    earpiece: createEarpiece(new AudioContext(), devices),
    openMicrophone: (onReplaced) => openMicrophone(onReplaced, devices),
    now: () => performance.now(),
  };
}

import type { SipConfig } from '@/lib/domain/line-config';
import type { DeviceChoice } from '@/lib/phone/device-choice';
import { createEarpiece } from '@/lib/phone/earpiece';
import { createLevelMeter } from '@/lib/phone/level-meter';
import { openMicrophone } from '@/lib/phone/microphone';
import { createJssipAgent } from './jssip-agent';
import type { SipParts } from './sip-line';

export function createSipParts(config: SipConfig, devices: DeviceChoice): SipParts {
  const context = new AudioContext();
  return {
    agent: createJssipAgent(config),
    earpiece: createEarpiece(context, devices),
    openMicrophone: (onReplaced) => openMicrophone(onReplaced, devices, createLevelMeter(context)),
    now: () => performance.now(),
  };
}

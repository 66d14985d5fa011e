import type { AgentParts } from './agent-line';
import type { DeviceChoice } from '@/lib/phone/audio/device-choice';
import { createEarpiece } from '@/lib/phone/audio/earpiece';
import { createLevelMeter } from '@/lib/phone/audio/level-meter';
import type { LineAgent } from './line-agent';
import { openMicrophone } from '@/lib/phone/audio/open-microphone';

export function createAgentParts(agent: LineAgent, devices: DeviceChoice): AgentParts {
  const context = new AudioContext();
  return {
    agent,
    earpiece: createEarpiece(context, devices),
    openMicrophone: (onReplaced) => openMicrophone(onReplaced, devices, createLevelMeter(context)),
    now: () => performance.now(),
  };
}

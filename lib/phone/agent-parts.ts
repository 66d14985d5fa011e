import type { AgentParts } from './agent-line';
import type { DeviceChoice } from './device-choice';
import { createEarpiece } from './earpiece';
import { createLevelMeter } from './level-meter';
import type { LineAgent } from './line-agent';
import { openMicrophone } from './microphone';

export function createAgentParts(agent: LineAgent, devices: DeviceChoice): AgentParts {
  const context = new AudioContext();
  return {
    agent,
    earpiece: createEarpiece(context, devices),
    openMicrophone: (onReplaced) => openMicrophone(onReplaced, devices, createLevelMeter(context)),
    now: () => performance.now(),
  };
}

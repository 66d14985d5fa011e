import type { Device } from '@twilio/voice-sdk';

const NAMES = [
  'incoming',
  'outgoing',
  'disconnect',
  'dtmf0',
  'dtmf1',
  'dtmf2',
  'dtmf3',
  'dtmf4',
  'dtmf5',
  'dtmf6',
  'dtmf7',
  'dtmf8',
  'dtmf9',
  'dtmfs',
  'dtmfh',
];

/** The SDK would load its sounds from the net, each time: tones are the earpiece's, so its own are silence from here. */
export const SILENT_SOUNDS: Device.Options['sounds'] = Object.fromEntries(NAMES.map((name) => [name, '/silence.wav']));

/** Whether the browser lets us listen; `missing` means there is no microphone at all. */
export type MicrophoneState = 'granted' | 'prompt' | 'denied' | 'missing';

/** The channel on which the phone page says that a microphone is kept open, and pages ask. */
export const MICROPHONE_LIGHT = 'loftline-microphone';

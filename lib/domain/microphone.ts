/** Whether the browser lets us listen; `missing` means there is no microphone at all. */
export type MicrophoneState = 'granted' | 'prompt' | 'denied' | 'missing';

/** The rep's own choice of microphone and loudspeaker, by Chrome's ids; empty for the computer's standard. */
export type Devices = { readonly microphoneId: string; readonly speakerId: string };

export const STANDARD_DEVICES: Devices = { microphoneId: '', speakerId: '' };

/** A choice of unknown origin; what cannot be read is the standard. */
export function readDevices(given: unknown): Devices {
  const { microphoneId, speakerId } = (typeof given === 'object' && given !== null ? given : {}) as Record<
    string,
    unknown
  >;
  return { microphoneId: idOf(microphoneId), speakerId: idOf(speakerId) };
}

function idOf(given: unknown): string {
  return typeof given === 'string' && given.length <= 256 ? given : '';
}

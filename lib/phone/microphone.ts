import { DialerError, type ErrorCode } from '@/lib/domain/errors';

const CODES: Readonly<Record<string, ErrorCode>> = {
  NotFoundError: 'microphone-missing',
  OverconstrainedError: 'microphone-missing',
  NotReadableError: 'microphone-busy',
  AbortError: 'microphone-busy',
};

/** The rep's microphone, with Chrome's own echo and noise treatment. Throws DialerError `microphone-…`. */
export async function openMicrophone(): Promise<MediaStream> {
  try {
    return await navigator.mediaDevices.getUserMedia({
      audio: { echoCancellation: true, noiseSuppression: true, autoGainControl: true },
    });
  } catch (error) {
    if (!(error instanceof DOMException)) throw error;
    // A page that cannot show the question gets "dismissed" for "not asked yet".
    const isUnasked = error.name === 'NotAllowedError' && /dismissed/i.test(error.message);
    const refused: ErrorCode = isUnasked ? 'microphone-not-granted' : 'microphone-denied';
    throw new DialerError(CODES[error.name] ?? refused, error.message);
  }
}

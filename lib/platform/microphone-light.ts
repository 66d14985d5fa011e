import { MICROPHONE_LIGHT } from '@/lib/domain/call/microphone-state';

/** Follows whether the phone page keeps a microphone open between calls. */
export function followMicrophoneLight(onChange: (isOpen: boolean) => void): void {
  const light = new BroadcastChannel(MICROPHONE_LIGHT);
  light.addEventListener('message', ({ data: word }: MessageEvent<{ readonly isOpen?: boolean }>) => {
    if (word.isOpen !== undefined) onChange(word.isOpen);
  });
  light.postMessage({});
}

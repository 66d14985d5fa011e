import { useSignal } from '@preact/signals';
import { useEffect, useRef } from 'preact/hooks';
import type { Call } from '@/lib/domain/call';
import { text } from '@/lib/text/text';
import { useStores } from '@/lib/view/context';
import { Button } from '@/components/ui/Button';
import { DigitPad } from './DigitPad';

export function CallControls({ call }: { readonly call: Call }) {
  const { dialer } = useStores();
  const isPadOpen = useSignal(false);
  const hangUp = useRef<HTMLButtonElement>(null);
  const isConnected = call.state === 'connected';
  // The button that was pressed is gone from the screen: the keyboard goes on where the call is.
  useEffect(() => hangUp.current?.focus(), [call.callId]);
  return (
    <div class="call-controls">
      <Button icon="microphone" isPressed={call.muted} isDisabled={!isConnected} onClick={() => void dialer.toggleMute()}>
        {text('mute')}
      </Button>
      <Button icon="pause" isPressed={call.held} isDisabled={!isConnected} onClick={() => void dialer.toggleHold()}>
        {text('hold')}
      </Button>
      <Button
        icon="keypad"
        isPressed={isPadOpen.value}
        isDisabled={!isConnected}
        onClick={() => {
          isPadOpen.value = !isPadOpen.value;
        }}
      >
        {text('keypad')}
      </Button>
      <Button look="stop" icon="hangUp" buttonRef={hangUp} onClick={() => void dialer.hangUp()}>
        {text('hangUp')}
      </Button>
      {isPadOpen.value && isConnected && <DigitPad onDigit={(digit) => void dialer.sendDigits(digit)} />}
    </div>
  );
}

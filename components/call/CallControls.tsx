import { useEffect, useRef } from 'preact/hooks';
import type { Call } from '@/lib/domain/call/call';
import { canHold, canTransfer } from '@/lib/domain/call/line-capabilities';
import { text } from '@/lib/text/text';
import { useStores } from '@/lib/view/panel/panel-context';
import { Button } from '@/components/ui/Button';
import { DigitPad } from './DigitPad';
import { TransferForm } from './TransferForm';
import { WhoAnswered } from './WhoAnswered';

export function CallControls({ call }: { readonly call: Call }) {
  const { dialer } = useStores();
  const hangUp = useRef<HTMLButtonElement>(null);
  const isConnected = call.state === 'connected';
  const isPadOpen = dialer.isPadOpen.value;
  // The button that was pressed is gone from the screen: the keyboard goes on where the call is.
  useEffect(() => hangUp.current?.focus(), [call.callId]);
  if (call.line === 'handoff') {
    return (
      <div class="call-controls handed-off" onKeyDown={refuseRepeats}>
        <p class="handed-off-words">{text(isConnected ? 'handedOffConnected' : 'handedOff')}</p>
        <Button icon="open" onClick={dialer.handOffAgain}>
          {text('openSoftphone')}
        </Button>
        <Button icon="check" isDisabled={isConnected} onClick={() => void dialer.tellAnswered()}>
          {text('theyAnswered')}
        </Button>
        <WhoAnswered call={call} />
        <Button look="stop" icon="hangUp" buttonRef={hangUp} onClick={() => void dialer.hangUp()}>
          {text('callIsOver')}
        </Button>
      </div>
    );
  }
  return (
    <div class={`call-controls ${canHold(call.line) ? '' : 'holdless'}`} onKeyDown={refuseRepeats}>
      <Button
        icon={call.muted ? 'microphoneOff' : 'microphone'}
        isPressed={call.muted}
        isDisabled={!isConnected}
        onClick={() => void dialer.toggleMute()}
      >
        {text('mute')}
      </Button>
      {canHold(call.line) && (
        <Button icon="pause" isPressed={call.held} isDisabled={!isConnected} onClick={() => void dialer.toggleHold()}>
          {text('hold')}
        </Button>
      )}
      <Button icon="keypad" isExpanded={isPadOpen} isDisabled={!isConnected} onClick={dialer.togglePad}>
        {text('keypad')}
      </Button>
      <WhoAnswered call={call} />
      <Button look="stop" icon="hangUp" buttonRef={hangUp} onClick={() => void dialer.hangUp()}>
        {text('hangUp')}
      </Button>
      {isPadOpen && <DigitPad onDigit={(digit) => void dialer.sendDigits(digit)} />}
      {isPadOpen && canTransfer(call.line) && <TransferForm onTransfer={dialer.transfer} />}
    </div>
  );
}

/** Enter held a little long on "Call" must not go on to hang up. */
function refuseRepeats(event: KeyboardEvent): void {
  if (event.repeat && (event.key === 'Enter' || event.key === ' ')) event.preventDefault();
}

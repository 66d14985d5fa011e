import type { ReadonlySignal } from '@preact/signals';
import { text } from '@/lib/text/text';
import type { DevicesStore } from '@/lib/view/call/devices-store';

/** Which microphone and which loudspeaker; a change is heard at once, in mid-call too. */
export function DeviceChoice({ devices }: { readonly devices: DevicesStore }) {
  return (
    <div class="devices">
      <Choice
        name={text('microphone')}
        list={devices.microphones}
        value={devices.chosen.value.microphoneId}
        onChoose={devices.chooseMicrophone}
      />
      <Choice
        name={text('speaker')}
        list={devices.speakers}
        value={devices.chosen.value.speakerId}
        onChoose={devices.chooseSpeaker}
      />
    </div>
  );
}

function Choice(props: {
  readonly name: string;
  readonly list: ReadonlySignal<readonly { readonly id: string; readonly name: string }[]>;
  readonly value: string;
  readonly onChoose: (id: string) => void;
}) {
  const { list, value } = props;
  // One that is unplugged is not lost: it is used again when it is back.
  const isThere = value === '' || list.value.some(({ id }) => id === value);
  return (
    <select
      class="input"
      aria-label={props.name}
      title={props.name}
      value={value}
      onChange={(event) => props.onChoose(event.currentTarget.value)}
    >
      <option value="">{text('deviceStandard', props.name)}</option>
      {!isThere && <option value={value}>{text('deviceGone', props.name)}</option>}
      {list.value.map(({ id, name }) => (
        <option key={id} value={id}>
          {name}
        </option>
      ))}
    </select>
  );
}

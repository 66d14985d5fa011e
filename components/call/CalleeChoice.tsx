import { CALLEE_BEHAVIOURS, type CalleeBehaviour } from '@/lib/domain/call/line-capabilities';
import { text } from '@/lib/text/text';
import { useStores } from '@/lib/view/panel/panel-context';
import './call.css';

/** What the practice line's simulated callee does with the next call. */
export function CalleeChoice() {
  const { dialer } = useStores();
  return (
    <footer class="practice">
      <p class="practice-name">{text('practiceLine')}</p>
      <label class="callee">
        <span>{text('callee')}</span>
        <select
          class="input"
          value={dialer.callee.value ?? ''}
          onChange={(event) => {
            dialer.callee.value = CALLEE_BEHAVIOURS.find(
              (known): known is CalleeBehaviour => known === event.currentTarget.value,
            );
          }}
        >
          <option value="">{text('calleeByDigit')}</option>
          {CALLEE_BEHAVIOURS.map((behaviour) => (
            <option key={behaviour} value={behaviour}>
              {text(`callee_${behaviour}`)}
            </option>
          ))}
        </select>
      </label>
    </footer>
  );
}

import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import { text } from '@/lib/text/text';
import { useStores } from '@/lib/view/panel/panel-context';
import { Button } from '@/components/ui/Button';
import './recording.css';

/** Recordings that wait to be saved where the rep wants them, or removed. Nothing at all while there are none. */
export function KeptRecordings() {
  const { dialer, recordings } = useStores();
  const sure = useSignal('');
  const state = dialer.call.value?.state;
  useEffect(() => void recordings.look(), [recordings, state]);
  const names = recordings.kept.value;
  if (names.length === 0) return null;
  return (
    <section class="kept-recordings" aria-label={text('recordingsKept')}>
      <h2>{text('recordingsKept')}</h2>
      <ul>
        {names.map((name) => (
          <li key={name}>
            <span class="clip" dir="auto" title={name}>
              {name}
            </span>
            <Button
              icon="save"
              look="quiet"
              label={text('saveRecording', name)}
              onClick={() => void recordings.save(name)}
            />
            {sure.value === name ? (
              <Button look="stop" label={text('deleteRecording', name)} onClick={() => void recordings.remove(name)}>
                {text('deleteForGood')}
              </Button>
            ) : (
              <Button
                icon="close"
                look="quiet"
                label={text('deleteRecording', name)}
                onClick={() => (sure.value = name)}
              />
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}

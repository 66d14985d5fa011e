import type { AnsweredBy, Call } from '@/lib/domain/call/call';
import { text } from '@/lib/text/text';
import { useStores } from '@/lib/view/panel/panel-context';
import { Button } from '@/components/ui/Button';
import './who-answered.css';

const MACHINES = [
  ['assistant', 'screened'],
  ['voicemail', 'voicemail'],
] as const;

/** What answered in the person's place. Pressed again it was the person after all: some pick up once they know who calls. */
export function WhoAnswered({ call: { state, answeredBy } }: { readonly call: Call }) {
  const { dialer } = useStores();
  const tell = (machine: AnsweredBy): unknown => dialer.tellWhoAnswered(answeredBy === machine ? 'person' : machine);
  return (
    <div class="who-answered" role="group" aria-label={text('whoAnswered')}>
      {MACHINES.map(([machine, word]) => (
        <Button
          key={machine}
          isPressed={answeredBy === machine}
          isDisabled={state !== 'connected'}
          onClick={() => void tell(machine)}
        >
          {text(word)}
        </Button>
      ))}
    </div>
  );
}

import { useId } from 'preact/hooks';
import type { FindingKind, PolicyFinding } from '@/lib/domain/deployment/policy-finding';
import type { PolicyNote } from '@/lib/domain/deployment/policy';
import { problemText } from '@/lib/text/problem-text';
import { text, type MessageKey } from '@/lib/text/text';
import { Icon } from '@/components/ui/Icon';

const KIND_KEYS: Readonly<Record<FindingKind, MessageKey>> = {
  unknown: 'findingUnknown',
  dropped: 'findingDropped',
  refused: 'findingRefused',
  unused: 'findingUnused',
  contradiction: 'findingContradiction',
};

/** What an admin should look at, each with its keys and what to do. */
export function ProblemList(props: {
  readonly notes: readonly PolicyNote[];
  readonly findings: readonly PolicyFinding[];
}) {
  const id = useId();
  const notes = props.notes.map(({ key, problem, parts }) => ({
    kind: 'dropped' as const,
    keys: [key],
    problem,
    parts,
  }));
  const all = [...notes, ...props.findings];
  return (
    <section aria-labelledby={id}>
      <h2 id={id}>{text('workbenchProblemsTitle')}</h2>
      {all.length === 0 ? (
        <p class="workbench-good">
          <Icon name="check" />
          <span>{text('workbenchNoProblems')}</span>
        </p>
      ) : (
        <ul class="workbench-problems" aria-labelledby={id}>
          {all.map(({ kind, keys, problem, parts }) => (
            <li key={`${kind}-${keys.join()}-${problem}`} class={kind}>
              <Icon name="alert" />
              <div>
                <p class="workbench-keys">
                  <span class="origin">{text(KIND_KEYS[kind])}</span>
                  {keys.map((key) => (
                    <code key={key}>{key}</code>
                  ))}
                </p>
                <p>{problemText(problem, parts)}</p>
              </div>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}

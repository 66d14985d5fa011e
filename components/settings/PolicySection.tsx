import { problemText } from '@/lib/text/problem-text';
import { text } from '@/lib/text/text';
import type { SettingsStore } from '@/lib/view/settings-store';
import { Banner } from '@/components/ui/Banner';

/** What the organisation has set, and what of it could not be used. */
export function PolicySection({ store }: { readonly store: SettingsStore }) {
  const view = store.view.value;
  if (!view) return null;
  const keys = Object.entries(view.origins).filter(([, origin]) => origin === 'policy');
  return (
    <>
      {view.problems.length > 0 && (
        <Banner tone="bad">
          <p class="banner-title">{text('policyProblems')}</p>
          <p>{text('policyProblemWords')}</p>
          <ul>
            {view.problems.map((problem) => (
              <li key={`${problem.origin}-${problem.key}`}>
                <code>{problem.key}</code> <span>{problemText(problem.problem, problem.parts)}</span>
              </li>
            ))}
          </ul>
        </Banner>
      )}
      <p class="soft">{text(keys.length === 0 ? 'policyNone' : 'policyWords')}</p>
      <ul class="policy-keys">
        {keys.map(([key]) => (
          <li key={key}>
            <code>{key}</code>
          </li>
        ))}
      </ul>
    </>
  );
}

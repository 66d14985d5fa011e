import { CATALOGUE, SETTING_KEYS } from '@/lib/domain/settings/catalogue';
import type { SettingProblem } from '@/lib/domain/settings/settings-view';
import type { Settings } from '@/lib/domain/settings/values';
import { problemText } from '@/lib/text/problem-text';
import { text, type MessageKey } from '@/lib/text/text';
import type { SettingsStore } from '@/lib/view/settings/settings-store';
import { Banner } from '@/components/ui/Banner';
import { Icon } from '@/components/ui/Icon';

/** What the organisation has set, and what could not be used. */
export function PolicySection({ store }: { readonly store: SettingsStore }) {
  const view = store.view.value;
  if (!view) return null;
  const keys = SETTING_KEYS.filter((key) => view.origins[key] === 'policy');
  return (
    <>
      {view.problems.length > 0 && <Problems problems={view.problems} />}
      <p class="soft">{text(keys.length === 0 ? 'policyNone' : 'policyWords')}</p>
      {keys.length > 0 && (
        <ul class="policy-keys">
          {keys.map((key) => (
            <PolicyKey key={key} settingKey={key} />
          ))}
        </ul>
      )}
      <p class="soft">{text('policyChrome')}</p>
      <p>
        <a href="/policy-workbench.html">{text('openPolicyWorkbench')}</a>
      </p>
    </>
  );
}

function Problems({ problems }: { readonly problems: readonly SettingProblem[] }) {
  return (
    <Banner tone="bad">
      <p class="banner-title">{text('policyProblems')}</p>
      <p>{text('policyProblemWords')}</p>
      <ul class="policy-problems">
        {problems.map(({ key, origin, problem, parts }) => (
          <li key={`${origin}-${key}`}>
            <code>{key}</code> <span class="origin">{text(origin === 'policy' ? 'originPolicy' : 'originOwn')}</span>{' '}
            <span>{problemText(problem, parts)}</span>
          </li>
        ))}
      </ul>
    </Banner>
  );
}

function PolicyKey({ settingKey }: { readonly settingKey: keyof Settings }) {
  const { isInUse } = CATALOGUE[settingKey];
  return (
    <li>
      <Icon name="lock" />
      <span>{text(`setting_${settingKey.replaceAll('.', '_')}` as MessageKey)}</span>
      <code class="soft">{settingKey}</code>
      {!isInUse && <span class="origin">{text('policyNotUsed')}</span>}
    </li>
  );
}

import type { ComponentChildren } from 'preact';
import { CATALOGUE, SETTING_KEYS, type Section } from '@/lib/domain/settings/catalogue';
import type { Settings } from '@/lib/domain/settings/values';
import { problemText } from '@/lib/text/problem-text';
import { text } from '@/lib/text/text';
import { placeOf, type SettingsStore } from '@/lib/view/settings/settings-store';
import { SettingRow, type RowProblem } from './SettingRow';

/** A section's settings that are in use in this version, in the catalogue's order. */
export function SettingsSection({ section, store }: { readonly section: Section; readonly store: SettingsStore }) {
  const view = store.view.value;
  const keys = SETTING_KEYS.filter((key) => CATALOGUE[key].section === section && CATALOGUE[key].isInUse);
  if (!view) return <Skeleton rows={keys.length} />;
  if (keys.length === 0) return <p class="soft">{text('sectionEmpty')}</p>;
  return (
    <>
      {keys.map((key) => {
        const origin = view.origins[key];
        // What policy has set meanwhile is shown, not what was typed before.
        const refusal = origin === 'policy' ? undefined : store.refused.value[key];
        return (
          <SettingRow
            key={key}
            settingKey={key}
            spec={CATALOGUE[key].spec}
            value={refusal ? refusal.value : view.values[key]}
            origin={origin}
            problem={refusal ? { ...refusal, isRefusal: true } : storedProblem(store, key)}
            onSave={(value) => void store.save(key, value)}
            onReset={() => void store.reset(key)}
            onDrop={() => store.drop(key)}
          />
        );
      })}
    </>
  );
}

function Skeleton({ rows }: { readonly rows: number }) {
  return (
    <div class="options-main">
      <p class="unseen">{text('settingsLoading')}</p>
      {Array.from({ length: rows }, (_row, index) => (
        <div class="skeleton row-skeleton" key={index} />
      ))}
    </div>
  );
}

export function PageSection(props: {
  readonly id: string;
  readonly title: string;
  readonly children: ComponentChildren;
}) {
  return (
    <section id={props.id} class="page-section" aria-labelledby={`${props.id}-title`} tabIndex={-1}>
      <h2 id={`${props.id}-title`}>{props.title}</h2>
      {props.children}
    </section>
  );
}

function storedProblem(store: SettingsStore, key: keyof Settings): RowProblem | undefined {
  const found = store.view.value?.problems.find((problem) => problem.key === key);
  if (!found) return undefined;
  const { problem, parts } = found;
  return { words: problemText(problem, parts), wrongAt: placeOf(problem, parts), isRefusal: false };
}

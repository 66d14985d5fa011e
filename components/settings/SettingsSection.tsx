import type { ComponentChildren } from 'preact';
import { CATALOGUE, SETTING_KEYS, type Section } from '@/lib/domain/settings/catalogue';
import { problemText } from '@/lib/text/problem-text';
import { text } from '@/lib/text/text';
import type { SettingsStore } from '@/lib/view/settings-store';
import { SettingRow } from './SettingRow';

/** A section's settings that are in use in this version, in the catalogue's order. */
export function SettingsSection({ section, store }: { readonly section: Section; readonly store: SettingsStore }) {
  const view = store.view.value;
  const keys = SETTING_KEYS.filter((key) => CATALOGUE[key].section === section && CATALOGUE[key].isInUse);
  if (!view) return null;
  if (keys.length === 0) return <p class="soft">{text('sectionEmpty')}</p>;
  return (
    <>
      {keys.map((key) => {
        const known = view.problems.find((problem) => problem.key === key);
        return (
          <SettingRow
            key={key}
            settingKey={key}
            spec={CATALOGUE[key].spec}
            value={view.values[key]}
            origin={view.origins[key] ?? 'default'}
            problem={store.refused.value[key] ?? (known ? problemText(known.problem, known.parts) : '')}
            onSave={(value) => void store.save(key, value)}
            onReset={() => void store.reset(key)}
          />
        );
      })}
    </>
  );
}

export function PageSection(props: { readonly id: string; readonly title: string; readonly children: ComponentChildren }) {
  return (
    <section id={props.id} class="page-section" aria-labelledby={`${props.id}-title`} tabIndex={-1}>
      <h2 id={`${props.id}-title`}>{props.title}</h2>
      {props.children}
    </section>
  );
}

import { useEffect } from 'preact/hooks';
import { text, type MessageKey } from '@/lib/text/text';
import { useOptions } from '@/lib/view/options/options-context';
import { Button } from '@/components/ui/Button';
import { AboutSection } from './AboutSection';
import { ConnectionState, ConnectSalesloft } from './ConnectionSections';
import { KeyboardSection } from '@/components/keys/KeyboardSection';
import { PolicySection } from '@/components/settings/PolicySection';
import { PageSection, SettingsSection } from '@/components/settings/SettingsSection';

const SECTIONS: readonly (readonly [id: string, title: MessageKey])[] = [
  ['connection', 'sectionConnection'],
  ['integrations', 'sectionIntegrations'],
  ['telephony', 'sectionTelephony'],
  ['outcomes', 'sectionOutcomes'],
  ['logging', 'sectionLogging'],
  ['guards', 'sectionGuards'],
  ['session', 'sectionSession'],
  ['keyboard', 'sectionKeyboard'],
  ['network', 'sectionNetwork'],
  ['privacy', 'sectionPrivacy'],
  ['policy', 'sectionPolicy'],
  ['about', 'sectionAbout'],
];

export function OptionsPage() {
  const stores = useOptions();
  const { settings, notices } = stores;
  const isReady = settings.isReady.value;
  useEffect(() => {
    // The place a link asked for is where it will stay only once the settings are drawn.
    if (isReady) document.getElementById(location.hash.slice(1))?.scrollIntoView({ behavior: 'instant' });
  }, [isReady]);
  return (
    <div class="options">
      <header class="options-header">
        <img src="/icons/loftline-48.png" alt="" width="32" height="32" />
        <h1>{text('optionsTitle')}</h1>
      </header>
      <nav class="options-nav" aria-label={text('optionsNavigation')}>
        <ul>
          {SECTIONS.map(([id, title]) => (
            <li key={id}>
              <a href={`#${id}`}>{text(title)}</a>
            </li>
          ))}
        </ul>
      </nav>
      <main class="options-main" aria-busy={!isReady}>
        <PageSection id="connection" title={text('sectionConnection')}>
          <ConnectionState />
        </PageSection>
        <PageSection id="integrations" title={text('sectionIntegrations')}>
          <ConnectSalesloft />
          <SettingsSection section="integrations" store={settings} />
        </PageSection>
        <PageSection id="telephony" title={text('sectionTelephony')}>
          <p class="soft">{text('telephonyWords')}</p>
          <SettingsSection section="telephony" store={settings} />
          <Button icon="microphone" onClick={stores.openMicrophonePage}>
            {text('microphoneCheck')}
          </Button>
        </PageSection>
        {(['outcomes', 'logging', 'guards', 'session'] as const).map((section) => (
          <PageSection key={section} id={section} title={text(titleOf(section))}>
            <SettingsSection section={section} store={settings} />
          </PageSection>
        ))}
        <PageSection id="keyboard" title={text('sectionKeyboard')}>
          <KeyboardSection />
        </PageSection>
        {(['network', 'privacy'] as const).map((section) => (
          <PageSection key={section} id={section} title={text(titleOf(section))}>
            <SettingsSection section={section} store={settings} />
          </PageSection>
        ))}
        <PageSection id="policy" title={text('sectionPolicy')}>
          <PolicySection store={settings} />
        </PageSection>
        <PageSection id="about" title={text('sectionAbout')}>
          <AboutSection />
        </PageSection>
      </main>
      <p class="options-said" role="status">
        {notices.said.value !== '' && <span>{notices.said.value}</span>}
      </p>
    </div>
  );
}

function titleOf(section: string): MessageKey {
  return SECTIONS.find(([id]) => id === section)?.[1] ?? 'sectionAbout';
}

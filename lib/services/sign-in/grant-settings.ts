import type { EffectiveSettings } from '@/lib/domain/settings/resolve';
import type { Settings } from '@/lib/domain/settings/values';
import type { GrantSettings } from './grant-port';

/** What a sign-in needs of the settings. A secret that policy gives is used only where no page can read it. */
export function grantSettings({ values, origins }: EffectiveSettings, managedIsProtected: boolean): GrantSettings {
  const isExposed = origins['salesloft.clientSecret'] === 'policy' && !managedIsProtected;
  return {
    clientId: values['salesloft.clientId'],
    clientSecret: isExposed ? '' : values['salesloft.clientSecret'],
    isSecretExposed: isExposed,
    tokenUrl: values['salesloft.tokenUrl'],
    scopes: scopesFor(values, origins['salesloft.scopes'] === 'default'),
    keepSignedIn: values['privacy.keepSignedIn'],
  };
}

/** Links to recordings are written into notes, which needs one more scope; scopes that somebody has chosen stay. */
function scopesFor(values: Settings, isDefault: boolean): readonly string[] {
  const scopes = values['salesloft.scopes'];
  return isDefault && values['telephony.recording'].mode === 'provider' ? [...scopes, 'notes:write'] : scopes;
}

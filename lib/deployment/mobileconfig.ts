import { build } from 'plist';
import type { Policy } from '@/lib/domain/deployment/policy';
import { payloadType } from './extension-policy-key';

/** A configuration profile for macOS; keys stand in the payload itself, beside Apple's own. */
export function toMobileConfig(
  policy: Policy,
  browser: 'chrome' | 'edge',
  extensionId: string,
  newUuid: () => string,
): string {
  const type = payloadType(browser, extensionId);
  const settings = {
    PayloadType: type,
    PayloadVersion: 1,
    PayloadIdentifier: `loftline.${type}`,
    PayloadUUID: newUuid().toUpperCase(),
    PayloadDisplayName: 'Loftline settings',
    PayloadEnabled: true,
    ...policy,
  };
  const profile = {
    PayloadType: 'Configuration',
    PayloadVersion: 1,
    PayloadIdentifier: `loftline.${browser}`,
    PayloadUUID: newUuid().toUpperCase(),
    PayloadDisplayName: 'Loftline',
    PayloadScope: 'System',
    PayloadContent: [settings],
  };
  return `${build(profile)}\n`;
}

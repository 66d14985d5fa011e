import { toSettingsView } from '@/lib/domain/settings/resolve';
import { readPolicy } from '@/lib/platform/managed-policy';
import { closeStorageToContentScripts } from '@/lib/platform/storage-access';
import { createSettings } from '@/lib/services/settings/keep-settings';
import { grantSettings } from '@/lib/services/sign-in/grant-settings';
import { readOwnSettings, writeOwnSettings } from '@/lib/storage/stores/own-settings';
import type { WorkerContext } from './context';

/** The settings in force, and those who follow them. */
export function assembleSettings({ events, publish }: WorkerContext) {
  let managedIsProtected = true;
  const settings = createSettings({
    readPolicy,
    readOwn: readOwnSettings,
    writeOwn: writeOwnSettings,
    onChanged: async (effective) => {
      await publish('settings', toSettingsView(effective));
      await events.tell('settingsChanged');
    },
  });
  return {
    ...settings,
    readSettings: async () => (await settings.current()).values,
    readGrantSettings: async () => grantSettings(await settings.current(), managedIsProtected),
    publishSettings: async (): Promise<void> => publish('settings', toSettingsView(await settings.current())),
    /** Before anything secret is read. */
    closeToPages: async (): Promise<void> => {
      ({ managedIsProtected } = await closeStorageToContentScripts());
    },
  };
}

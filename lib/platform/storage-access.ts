import { browser } from 'wxt/browser';

type ClosableArea = { setAccessLevel?: (access: { accessLevel: 'TRUSTED_CONTEXTS' }) => Promise<void> };

/**
 * Closes every storage area to content scripts, which run in a page we do not trust. Chrome leaves `local`, `sync`
 * and `managed` open by default. Resolves to whether `managed` is closed: policy secrets are refused otherwise.
 */
export async function closeStorageToContentScripts(): Promise<{ managedIsProtected: boolean }> {
  const areas = ['session', 'local', 'sync', 'managed'] as const;
  const closed = await Promise.all(areas.map((name) => close(browser.storage[name] as ClosableArea)));
  return { managedIsProtected: closed[3] ?? false };
}

async function close(area: ClosableArea): Promise<boolean> {
  try {
    await area.setAccessLevel?.({ accessLevel: 'TRUSTED_CONTEXTS' });
    return area.setAccessLevel !== undefined;
  } catch {
    // An older Chrome without this method on the area: the caller refuses what must not lie open.
    return false;
  }
}

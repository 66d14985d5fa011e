/** Where Windows keeps an extension's policy: below HKEY_LOCAL_MACHINE, or HKEY_CURRENT_USER for one user. */
export function registryKey(browser: 'chrome' | 'edge', extensionId: string): string {
  const vendor = browser === 'chrome' ? 'Google\\Chrome' : 'Microsoft\\Edge';
  return `SOFTWARE\\Policies\\${vendor}\\3rdparty\\extensions\\${extensionId}\\policy`;
}

/** The payload type of a macOS profile, which is the extension's own preference domain. */
export function payloadType(browser: 'chrome' | 'edge', extensionId: string): string {
  return `${browser === 'chrome' ? 'com.google.Chrome' : 'com.microsoft.Edge'}.extensions.${extensionId}`;
}

import type { Policy } from '@/lib/domain/deployment/policy';
import { registryKey } from './extension-policy-key';
import { toRegistryValue } from './registry-value';

/**
 * A PowerShell script that sets a policy for Edge: Intune may not ingest templates below Edge's own key
 * (https://learn.microsoft.com/windows/client-management/win32-and-centennial-app-policy-configuration).
 */
export function toEdgePowershell(policy: Policy, extensionId: string): string {
  const path = `HKLM:\\${registryKey('edge', extensionId)}`;
  const lines = Object.entries(policy).map(([key, value]) => {
    const one = toRegistryValue(value);
    const [kind, given] = 'dword' in one ? ['DWord', String(one.dword)] : ['String', quoted(one.text)];
    return `New-ItemProperty -Path $key -Name ${quoted(key)} -PropertyType ${kind} -Value ${given} -Force | Out-Null`;
  });
  return [
    '# Run as administrator, or as SYSTEM by Intune. Replaces what was set before.',
    `$key = ${quoted(path)}`,
    'if (Test-Path $key) { Remove-Item -Path $key -Recurse -Force }',
    'New-Item -Path $key -Force | Out-Null',
    ...lines,
    '',
  ].join('\r\n');
}

/** In single quotes PowerShell expands nothing; it takes the typographic ones for quotes as well. */
function quoted(text: string): string {
  return `'${text.replace(/['‘’‚‛]/g, '$&$&')}'`;
}

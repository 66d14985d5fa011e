import { unreachable } from '@/lib/domain/core/errors';
import type { Policy, PolicyForm } from '@/lib/domain/deployment/policy';
import { toAdmx, type DescribeSetting } from './admx';
import { toEdgePowershell } from './edge-powershell';
import { toMobileConfig } from './mobileconfig';
import { toRegistryFile } from './registry-file';

export type PolicyFileText = {
  readonly name: string;
  readonly text: string;
  /** Windows reads `.reg` files as UTF-16 with a byte order mark. */
  readonly encoding: 'utf-8' | 'utf-16le';
};

export type WritePolicyDeps = {
  readonly extensionId: string;
  readonly newUuid: () => string;
  /** A setting's name and help, for the templates that show them. */
  readonly describe: DescribeSetting;
};

/** The files that give a policy to one platform. Values go out as they are: check them first. */
export function writePolicy(form: PolicyForm, policy: Policy, deps: WritePolicyDeps): readonly PolicyFileText[] {
  const { extensionId, newUuid, describe } = deps;
  switch (form) {
    case 'linux':
      return [utf8('loftline.json', json({ '3rdparty': { extensions: { [extensionId]: policy } } }))];
    case 'googleAdmin':
      return [utf8('loftline-google-admin.json', json(mapValues(policy, (value) => ({ Value: value }))))];
    case 'registry':
      return [{ name: 'loftline.reg', text: toRegistryFile(policy, extensionId), encoding: 'utf-16le' }];
    case 'edgePowershell':
      return [utf8('loftline-edge.ps1', toEdgePowershell(policy, extensionId))];
    case 'admx': {
      const { admx, adml } = toAdmx(policy, extensionId, describe);
      return [utf8('loftline.admx', admx), utf8('loftline.adml', adml)];
    }
    case 'macos':
      return [utf8('loftline.mobileconfig', toMobileConfig(policy, 'chrome', extensionId, newUuid))];
    case 'macosEdge':
      return [utf8('loftline-edge.mobileconfig', toMobileConfig(policy, 'edge', extensionId, newUuid))];
    default:
      return unreachable(form);
  }
}

function utf8(name: string, text: string): PolicyFileText {
  return { name, text, encoding: 'utf-8' };
}

function json(value: unknown): string {
  return `${JSON.stringify(value, null, 2)}\n`;
}

function mapValues(policy: Policy, change: (value: unknown) => unknown): Policy {
  return Object.fromEntries(Object.entries(policy).map(([key, value]) => [key, change(value)]));
}

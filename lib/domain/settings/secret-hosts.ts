import type { ObjectSpec, Spec } from './spec';
import type { Settings } from './values';

type Given = Readonly<Record<string, unknown>>;

/** Settings whose secret is sent to the address that another setting names. */
const SENT_TO = { 'salesloft.clientSecret': 'salesloft.tokenUrl' } as const satisfies Partial<
  Record<keyof Settings, keyof Settings>
>;

/** Whether policy's secret goes to the address of this setting: a rep who could change it could have it sent to them. */
export function isAddressOfPolicySecret(key: string, policy: Given): boolean {
  return Object.entries(SENT_TO).some(([secret, address]) => address === key && isSet(policy, secret));
}

/** The rep's own values without the secrets that would now be sent to another host than the one they were saved for. */
export function withoutMovedSecrets(own: Given, before: Settings, after: Settings): Given {
  const moved = Object.entries(SENT_TO).filter(([, address]) => hostOf(before[address]) !== hostOf(after[address]));
  return Object.fromEntries(Object.entries(own).filter(([key]) => !moved.some(([secret]) => secret === key)));
}

/** The host and port that an address leads to, of `https:`, `wss:` and `turn:` alike; the text itself when there is none. */
export function hostOf(address: unknown): string {
  if (typeof address !== 'string') return '';
  const ice = /^(?:stun|turn)s?:([^?]*)/i.exec(address)?.[1];
  if (ice !== undefined) return ice.toLowerCase();
  return URL.canParse(address) ? new URL(address).host : address;
}

/** Whether an address beside a secret leads to another host than the one the secret was saved for. */
export function isMovedToOtherHost({ fields }: ObjectSpec, given: Given, known: Given): boolean {
  return Object.entries(fields).some(
    ([name, { spec }]) => isAddress(spec) && hostOf(given[name]) !== hostOf(known[name]),
  );
}

function isAddress(spec: Spec): boolean {
  return spec.kind === 'url' || (spec.kind === 'text' && spec.format === 'ice');
}

function isSet(given: Given, key: string): boolean {
  return Object.hasOwn(given, key) && given[key] !== '';
}

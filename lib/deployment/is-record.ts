import type { Policy } from '@/lib/domain/deployment/policy';

/** Keys and values; neither null nor a list. */
export function isRecord(value: unknown): value is Policy {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

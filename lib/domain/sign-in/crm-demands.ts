/**
 * The CRM fields that a team requires. Salesloft lists no such flag: only a refused log tells, so what it told is kept.
 */
export type CrmDemands = {
  readonly tenantId: string;
  /** By the CRM's name of the field: when a log was last refused for the lack of it, ms since the epoch. */
  readonly learntAt: Readonly<Record<string, number>>;
};

/** A team may stop requiring a field, and no answer would say so: after this long, the next refusal has to teach it again. */
const BELIEVED_MS = 30 * 86_400_000;

export function withDemands(
  known: CrmDemands | undefined,
  tenantId: string,
  names: readonly string[],
  now: number,
): CrmDemands {
  const before = known?.tenantId === tenantId ? known.learntAt : {};
  return { tenantId, learntAt: { ...before, ...Object.fromEntries(names.map((name) => [name, now])) } };
}

/** In no particular order; none when they were learnt from another team. */
export function demandedBy(known: CrmDemands | undefined, tenantId: string, now: number): readonly string[] {
  if (known?.tenantId !== tenantId) return [];
  return Object.keys(known.learntAt).filter((name) => Math.abs(now - (known.learntAt[name] ?? 0)) < BELIEVED_MS);
}

/** Where a person lives: `zones` are all that they may have there. */
export type Place = { readonly country: string; readonly zones: readonly string[] };

export type Reached = {
  /** IANA name of the person's own zone; empty when Salesloft does not know. */
  readonly timeZone: string;
  readonly place?: Place;
};

/** The one zone to show a clock of; empty where several are possible. `ofNumber`: those that the number may lie in. */
export function likelyZone({ timeZone, place }: Reached, ofNumber: readonly string[]): string {
  if (timeZone !== '') return timeZone;
  const surest = [place?.zones ?? [], ofNumber].find((zones) => zones.length > 0) ?? [];
  return surest.length === 1 ? (surest[0] ?? '') : '';
}

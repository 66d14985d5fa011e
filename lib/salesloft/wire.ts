/** Reading of foreign JSON: whatever is missing or of another type becomes empty, and nothing throws. */
export type Wire = Readonly<Record<string, unknown>>;

export function isWire(value: unknown): value is Wire {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

export function textOf(row: Wire, field: string): string {
  const value = row[field];
  return typeof value === 'string' ? value.trim() : '';
}

/** An id as decimal text; Salesloft writes numbers, and text where a number would lose digits. Empty when missing. */
export function idOf(row: Wire, field = 'id'): string {
  const value = row[field];
  if (typeof value === 'number' && Number.isSafeInteger(value)) return String(value);
  return typeof value === 'string' && /^[\w-]{1,64}$/.test(value) ? value : '';
}

/** The id in an embedded reference, `{"id": 10, "_href": "…"}`; empty when there is none. */
export function refIdOf(row: Wire, field: string): string {
  const value = row[field];
  return isWire(value) ? idOf(value) : '';
}

export function flagOf(row: Wire, field: string): boolean {
  return row[field] === true;
}

export function numberOf(row: Wire, field: string): number {
  const value = row[field];
  return typeof value === 'number' && Number.isFinite(value) ? value : 0;
}

/** ms since the epoch of an ISO 8601 time; NaN when missing or unreadable. */
export function timeOf(row: Wire, field: string): number {
  return Date.parse(textOf(row, field));
}

export function textsOf(row: Wire, field: string): readonly string[] {
  const value = row[field];
  return Array.isArray(value) ? value.filter((text): text is string => typeof text === 'string') : [];
}

/** An id as Salesloft writes it: a number where JSON can carry it, else the text. */
export function toWireId(id: string): number | string {
  const number = Number(id);
  return Number.isSafeInteger(number) && String(number) === id ? number : id;
}

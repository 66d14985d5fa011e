const next = new Map<string, number>();

/** Ids as Salesloft's look: each table counts from a place of its own. */
export function nextId(table: string, from: number): number {
  const id = next.get(table) ?? from;
  next.set(table, id + 1);
  return id;
}

/** A made-up phone number: the line number follows the count, so that the last digit varies. */
export function usNumber(count: number): string {
  const areas = ['404', '415', '212', '312', '617', '206', '512', '303', '602', '305'];
  return `+1${areas[count % areas.length]}5550${String(100 + ((count * 7) % 100)).padStart(3, '0')}`;
}

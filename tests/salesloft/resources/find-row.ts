import { json, type Answer } from '../answer.ts';
import type { ApiCall } from '../call.ts';
import { notFound } from '../refusals.ts';

/** One row by the id in the path, in Salesloft's envelope. */
export function showOne<Row extends object>(call: ApiCall, rows: ReadonlyMap<string, Row>): Answer {
  const row = rows.get(call.id);
  return row ? json(200, { data: row }) : notFound();
}

import type { Answer } from './answer.ts';
import type { User } from './rows.ts';
import type { World } from './world.ts';

/** One request to the API by a known user, as a resource sees it. */
export type ApiCall = {
  readonly world: World;
  readonly me: User;
  /** The id in the path; empty when it names none. */
  readonly id: string;
  /** Values by name: `user_id[]` and `user_id` both stand under `user_id`, ranges under `due_on[lte]`. */
  readonly query: ReadonlyMap<string, readonly string[]>;
  readonly body: Readonly<Record<string, unknown>>;
  readonly now: number;
  /** Says that the simulator passed something over that Salesloft would have heeded. */
  readonly complain: (words: string) => void;
};

/** Answers by operation: `GET /v2/people/{id}`. */
export type Routes = Readonly<Record<string, (call: ApiCall) => Answer>>;

/** An id in the body as text; undefined when it is left out, null, or no id. */
export function idIn(body: ApiCall['body'], name: string): string | undefined {
  const value = body[name];
  return typeof value === 'number' || typeof value === 'string' ? String(value) : undefined;
}

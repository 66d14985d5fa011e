import type { ChoiceSetting } from '@/lib/domain/settings/values';

/** One of the team's names to choose from, with the digit that chooses it. */
export type Choice = {
  readonly name: string;
  /** `1` to `9`; empty for none. */
  readonly key: string;
};

const DIGITS = ['1', '2', '3', '4', '5', '6', '7', '8', '9'] as const;

/**
 * The team's names as the settings arrange them: those named there first and in that order, hidden ones left out, the
 * others as Salesloft has them. A digit that the settings give to two goes to the first; whoever has none gets the next
 * free one. With all of them hidden nobody could log a call, so then all are shown.
 */
export function arrangeChoices(names: readonly string[], settings: readonly ChoiceSetting[]): readonly Choice[] {
  const named = new Map(settings.filter(({ name }) => names.includes(name)).map((one) => [one.name, one]));
  const inOrder = [...named.keys(), ...names.filter((name) => !named.has(name))];
  const seen = inOrder.filter((name) => named.get(name)?.hidden !== true);
  const shown = seen.length > 0 ? seen : inOrder;
  const wished = new Map<string, string>();
  for (const name of shown) {
    const key = named.get(name)?.key ?? '';
    if (isDigit(key) && !wished.has(key)) wished.set(key, name);
  }
  const free = DIGITS.filter((digit) => !wished.has(digit));
  return shown.map((name) => ({
    name,
    key: isDigit(keyOf(wished, name)) ? keyOf(wished, name) : (free.shift() ?? ''),
  }));
}

/** What is chosen already stays in sight, even where it is hidden from new choices. */
export function withChosen(choices: readonly Choice[], names: readonly string[], chosen: string): readonly Choice[] {
  if (!names.includes(chosen) || choices.some(({ name }) => name === chosen)) return choices;
  return [...choices, { name: chosen, key: '' }];
}

function keyOf(wished: ReadonlyMap<string, string>, name: string): string {
  return [...wished].find(([, holder]) => holder === name)?.[0] ?? '';
}

function isDigit(key: string): boolean {
  return /^[1-9]$/.test(key);
}

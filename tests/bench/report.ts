import type { Row } from './row.ts';

/** A measurement that came to no figures, and why. */
export type Failure = { readonly what: string; readonly reason: string };

export type Circumstances = {
  readonly browser: string;
  /** Load average of the last minute, before and after. */
  readonly loadBefore: number;
  readonly loadAfter: number;
  /** Requests outside Salesloft's contract during the bench; anything but 0 makes the figures worthless. */
  readonly violations: number;
  readonly failures: readonly Failure[];
};

/** Prints the rows; a missed goal is a figure to read, not a failure of the run. */
export function report(rows: readonly Row[], circumstances: Circumstances, isForMachines: boolean): void {
  if (isForMachines) {
    console.log(JSON.stringify({ ...circumstances, rows }, null, 2));
    return;
  }
  const table = [
    ['goal', 'what', 'median', 'p95', 'n', 'beside', 'ratio', 'limit', 'met'],
    ...rows.map((row) => [
      row.goal,
      row.what,
      `${figure(row.measured.median)} ${row.unit}`,
      figure(row.measured.p95),
      String(row.measured.n),
      row.reference ? `${row.reference.what}: ${figure(row.reference.value)}` : '',
      row.reference ? figure(row.ratio) : '',
      figure(row.limit),
      row.met,
    ]),
  ];
  const widths = table[0]?.map((_, column) => Math.max(...table.map((line) => line[column]?.length ?? 0))) ?? [];
  for (const line of table)
    console.log(
      line
        .map((cell, column) => cell.padEnd(widths[column] ?? 0))
        .join('  ')
        .trimEnd(),
    );
  const { browser, loadBefore, loadAfter, violations, failures } = circumstances;
  for (const { what, reason } of failures) console.log(`FAILED  ${what}: ${reason}`);
  console.log(
    `\n${browser}; load ${figure(loadBefore)} before, ${figure(loadAfter)} after; ${violations} requests outside the contract`,
  );
}

function figure(value: number): string {
  if (Number.isInteger(value)) return String(value);
  if (value < 0.1) return value.toFixed(4);
  return value < 10 ? value.toFixed(2) : value.toFixed(1);
}

import type { RowResult } from './row.ts';

const HEAD = [
  'fault',
  'what',
  'where',
  'runs',
  'bit',
  'made',
  'in Salesloft',
  'doubles',
  'lost',
  'worst delay',
  'took',
  'verdict',
  'note',
];

/** The table of the whole run; the figures are what was seen, also in a row that failed. */
export function reportLines(results: readonly RowResult[]): readonly string[] {
  const table = [HEAD, ...results.map(cells)];
  const widths = HEAD.map((_, column) => Math.max(...table.map((line) => line[column]?.length ?? 0)));
  const failed = results.filter(({ trouble }) => trouble !== '');
  return [
    ...table.map((line) =>
      line
        .map((cell, column) => cell.padEnd(widths[column] ?? 0))
        .join('  ')
        .trimEnd(),
    ),
    '',
    ...failed.flatMap(({ row, trouble }) => [`${row.id} ${row.title}: ${trouble}`, '']),
    `${results.length - failed.length} of ${results.length} rows as they must be`,
  ];
}

export function progressLine(result: RowResult): string {
  return `${result.row.id.padEnd(4)} ${result.trouble === '' ? 'good' : 'FAILED'}, ${seconds(result.tookMs)}  ${result.row.title}`;
}

function cells({ row, figures, trouble, tookMs }: RowResult): readonly string[] {
  const counts = figures
    ? [figures.runs, figures.bites, figures.made, figures.inSalesloft, figures.doubles, figures.lost].map(String)
    : Array<string>(6).fill('?');
  const delay = figures ? seconds(figures.worstDelayMs) : '?';
  return [
    row.id,
    row.title,
    row.where,
    ...counts,
    delay,
    seconds(tookMs),
    trouble === '' ? 'good' : 'FAILED',
    figures?.note ?? '',
  ];
}

function seconds(ms: number): string {
  return `${(ms / 1_000).toFixed(1)} s`;
}

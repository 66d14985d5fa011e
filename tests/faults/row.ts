import type { Chance } from './chance.ts';

/** What one row of the suite found out, in figures. */
export type Figures = {
  readonly runs: number;
  /** Runs in which the fault really happened; fewer than `runs` is a failure: such a run proves nothing. */
  readonly bites: number;
  readonly made: number;
  readonly inSalesloft: number;
  readonly doubles: number;
  readonly lost: number;
  /** From "Log saved" to the call's date in Salesloft. */
  readonly worstDelayMs: number;
  /** A word on the row's own figure; empty when it has none. */
  readonly note: string;
};

export type RowContext = {
  readonly chance: Chance;
  /** How often the row does what it does; each row has its own usual number for the whole suite and the short one. */
  readonly rounds: number;
  /** In `npm test`: minutes of waiting are left to the whole suite. */
  readonly isShort: boolean;
};

export type FaultRow = {
  readonly id: string;
  readonly title: string;
  readonly where: 'Chromium' | 'Node';
  readonly rounds: number;
  /** Rounds in the short suite; 0 leaves the row out of it. */
  readonly shortRounds: number;
  /** Spends its time waiting, so it may run beside the others. */
  readonly mostlyWaits?: boolean;
  readonly run: (context: RowContext) => Promise<Figures>;
};

export type RowResult = { readonly row: FaultRow; readonly tookMs: number } & (
  { readonly figures: Figures; readonly trouble: string } | { readonly figures?: undefined; readonly trouble: string }
);

/** Runs a row, and judges its figures: made = in Salesloft, nothing twice, each fault bit. */
export async function runRow(row: FaultRow, context: RowContext): Promise<RowResult> {
  const began = Date.now();
  try {
    const figures = await row.run(context);
    return { row, figures, trouble: judge(figures), tookMs: Date.now() - began };
  } catch (error) {
    return {
      row,
      trouble: error instanceof Error ? (error.stack ?? error.message) : String(error),
      tookMs: Date.now() - began,
    };
  }
}

function judge({ runs, bites, made, inSalesloft, doubles, lost }: Figures): string {
  return [
    ...(runs === 0 ? ['it ran not once'] : []),
    ...(bites < runs ? [`the fault did not bite in ${runs - bites} of ${runs} runs`] : []),
    ...(made === 0 ? ['no call was made'] : []),
    ...(lost > 0 ? [`${lost} lost`] : []),
    ...(doubles > 0 ? [`${doubles} doubled`] : []),
    ...(inSalesloft !== made ? [`${inSalesloft} in Salesloft of ${made} made`] : []),
  ].join('; ');
}

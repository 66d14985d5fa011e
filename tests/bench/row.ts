/** One line of the report: a figure beside the half it is compared with, both from this run. */
export type Row = {
  /** The goal's number in docs/performance.md. */
  readonly goal: string;
  readonly what: string;
  readonly unit: 'ms' | 'kB' | 'points';
  readonly measured: Figures;
  /** What it is divided by: a blank page or worker, a lower bound, a peer. Undefined when the limit is absolute. */
  readonly reference?: { readonly what: string; readonly value: number };
  /** measured / reference, or the measured figure itself when there is no reference. */
  readonly ratio: number;
  readonly limit: number;
  /** `not measured`: the machine was too busy for the reference itself. */
  readonly met: 'yes' | 'no' | 'not measured';
};

export type Figures = { readonly median: number; readonly p95: number; readonly n: number };

export function figuresOf(values: readonly number[]): Figures {
  return { median: quantile(values, 0.5), p95: quantile(values, 0.95), n: values.length };
}

/** A size or a count: the same at every look. */
export function single(value: number): Figures {
  return { median: value, p95: value, n: 1 };
}

/** The nearest rank, so that every figure was really seen. */
export function quantile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((one, other) => one - other);
  return sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)] ?? Number.NaN;
}

export type Goal = Pick<Row, 'goal' | 'what' | 'unit' | 'limit'>;

/** A row judged by its median, or by its p95 where the goal says so. */
export function judge(
  goal: Goal,
  measured: Figures,
  options: {
    readonly reference?: { readonly what: string; readonly value: number };
    readonly by?: 'median' | 'p95';
    readonly isBusy?: boolean;
  } = {},
): Row {
  const value = measured[options.by ?? 'median'];
  const ratio = options.reference ? value / options.reference.value : value;
  const met = options.isBusy ? 'not measured' : ratio <= goal.limit ? 'yes' : 'no';
  return { ...goal, measured, ...(options.reference ? { reference: options.reference } : {}), ratio, met };
}

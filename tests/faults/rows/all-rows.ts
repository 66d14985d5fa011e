import type { FaultRow } from '../row.ts';
import { f01WorkerDiesSending } from './f01-worker-dies-sending.ts';
import { f02WorkerDiesSaving } from './f02-worker-dies-saving.ts';
import { f03LostAnswers } from './f03-lost-answers.ts';

/** In the order of the table that is printed. */
export const ROWS: readonly FaultRow[] = [f01WorkerDiesSending, f02WorkerDiesSaving, f03LostAnswers];

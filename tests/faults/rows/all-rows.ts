import type { FaultRow } from '../row.ts';
import { d1KilledAtRandom } from './d1-killed-at-random.ts';
import { f01WorkerDiesSending } from './f01-worker-dies-sending.ts';
import { f02WorkerDiesSaving } from './f02-worker-dies-saving.ts';
import { f03LostAnswers } from './f03-lost-answers.ts';
import { f04LateCommit } from './f04-late-commit.ts';
import { f05ReadLag } from './f05-read-lag.ts';
import { f06RateLimitStorm } from './f06-rate-limit-storm.ts';
import { f08Poison } from './f08-poison.ts';
import { f09Offline } from './f09-offline.ts';
import { f10CaptivePortal } from './f10-captive-portal.ts';

/** In the order of the table that is printed. */
export const ROWS: readonly FaultRow[] = [
  f01WorkerDiesSending,
  f02WorkerDiesSaving,
  f03LostAnswers,
  f04LateCommit,
  f05ReadLag,
  f06RateLimitStorm,
  f08Poison,
  f09Offline,
  f10CaptivePortal,
  d1KilledAtRandom,
];

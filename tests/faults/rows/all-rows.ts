import type { FaultRow } from '../row.ts';
import { d1KilledAtRandom } from './d1-killed-at-random.ts';
import { d2KeyboardDay } from './d2-keyboard-day.ts';
import { f01WorkerDiesSending } from './f01-worker-dies-sending.ts';
import { f02WorkerDiesSaving } from './f02-worker-dies-saving.ts';
import { f03LostAnswers } from './f03-lost-answers.ts';
import { f04LateCommit } from './f04-late-commit.ts';
import { f05ReadLag } from './f05-read-lag.ts';
import { f06RateLimitStorm } from './f06-rate-limit-storm.ts';
import { f08Poison } from './f08-poison.ts';
import { f09Offline } from './f09-offline.ts';
import { f10CaptivePortal } from './f10-captive-portal.ts';
import { f11BrowserKilled } from './f11-browser-killed.ts';
import { f12PowerLoss } from './f12-power-loss.ts';
import { f13DiskFull } from './f13-disk-full.ts';
import { f14DatabaseClosed } from './f14-database-closed.ts';
import { f15BackingStore } from './f15-backing-store.ts';
import { f16SchemaOfAnotherVersion } from './f16-schema-of-another-version.ts';
import { f17UpdateInMidCall } from './f17-update-in-mid-call.ts';
import { f18AlarmsVanish } from './f18-alarms-vanish.ts';
import { f19LaptopSleeps } from './f19-laptop-sleeps.ts';
import { f20ClockJumps } from './f20-clock-jumps.ts';
import { f21TwoPanels } from './f21-two-panels.ts';
import { f23TwoProfiles } from './f23-two-profiles.ts';
import { f24TokenRefresh } from './f24-token-refresh.ts';
import { f25AnotherRep } from './f25-another-rep.ts';
import { f26CompletedElsewhere } from './f26-completed-elsewhere.ts';
import { f27ReferenceStripped } from './f27-reference-stripped.ts';
import { f28LongOutbox } from './f28-long-outbox.ts';
import { f29SessionStorage } from './f29-session-storage.ts';
import { f32Soak } from './f32-soak.ts';

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
  f11BrowserKilled,
  f12PowerLoss,
  f13DiskFull,
  f14DatabaseClosed,
  f15BackingStore,
  f16SchemaOfAnotherVersion,
  f17UpdateInMidCall,
  f18AlarmsVanish,
  f19LaptopSleeps,
  f20ClockJumps,
  f21TwoPanels,
  f23TwoProfiles,
  f24TokenRefresh,
  f25AnotherRep,
  f26CompletedElsewhere,
  f27ReferenceStripped,
  f28LongOutbox,
  f29SessionStorage,
  f32Soak,
  d1KilledAtRandom,
  d2KeyboardDay,
];

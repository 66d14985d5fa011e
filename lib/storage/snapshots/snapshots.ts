import { browser } from 'wxt/browser';
import type { RepSignIn } from '@/lib/domain/sign-in/rep-sign-in';
import type { CallsView } from '@/lib/domain/call/calls-view';
import type { DialSession } from '@/lib/domain/dial-session/dial-session';
import type { DialRefusal } from '@/lib/domain/guards/dial-rules';
import type { PersonNumber } from '@/lib/domain/call/person';
import type { DueWork } from '@/lib/domain/queue/due-work';
import type { QueueView } from '@/lib/domain/queue/queue-view';
import type { Lease } from '@/lib/domain/lease/lease';
import type { OutboxView } from '@/lib/domain/outbox/outbox-view';
import type { SettingsView } from '@/lib/domain/settings/settings-view';
import type { ShownPeople } from '@/lib/domain/queue/shown-person';
import type { StorageState } from '@/lib/domain/journal/storage-trouble';
import type { TeamRules } from '@/lib/domain/sign-in/team-rules';

/**
 * What the worker publishes and pages watch: whole states, never patches, in `storage.session`.
 * Only `publish-snapshots.ts` writes; only trusted contexts can read (the area is closed to content scripts).
 */
export type Snapshots = {
  readonly signIn: RepSignIn;
  readonly teamRules: TeamRules;
  readonly queue: QueueView;
  readonly call: CallsView;
  readonly outbox: OutboxView;
  readonly settings: SettingsView;
  readonly storage: StorageState;
  readonly dialSession: DialSessionSnapshot;
  readonly question: QuestionSnapshot;
  readonly lease: Lease;
  readonly shown: ShownSnapshot;
};

export type Published<Value> = Value & {
  /** When it was published; ms since the epoch. */
  readonly asOf: number;
};

/** What stood in the way of a key pressed in another tab; null when nothing did. */
export type QuestionSnapshot = {
  readonly question:
    | (DialRefusal & { readonly work: DueWork; readonly number: PersonNumber })
    | { readonly kind: 'session-over' }
    | null;
};

/** What stands in Salesloft's tabs. */
export type ShownSnapshot = {
  readonly people: ShownPeople;
  /** Tabs in which Salesloft's own dialer stands open. */
  readonly dialerTabs: readonly number[];
};

/** Null while there is none, and nobody has to see a summary. */
export type DialSessionSnapshot = { readonly run: DialSession | null };

export type SnapshotName = keyof Snapshots;

/** Reads one snapshot; undefined before the worker has published it. */
export async function readSnapshot<Name extends SnapshotName>(
  name: Name,
): Promise<Published<Snapshots[Name]> | undefined> {
  const key = snapshotKey(name);
  return unpack<Name>((await readTogether(key))[key]);
}

let together: { readonly keys: Set<string>; readonly stored: Promise<Record<string, unknown>> } | undefined;

/** What is asked for in one turn is read in one: each reading goes to the browser's process and back. */
function readTogether(key: string): Promise<Record<string, unknown>> {
  if (!together) {
    const keys = new Set<string>();
    const stored = Promise.resolve().then(() => {
      together = undefined;
      return browser.storage.session.get([...keys]);
    });
    together = { keys, stored };
  }
  together.keys.add(key);
  return together.stored;
}

/** Calls `onChange` with every newly published state until the returned function is called. */
export function watchSnapshot<Name extends SnapshotName>(
  name: Name,
  onChange: (snapshot: Published<Snapshots[Name]> | undefined) => void,
): () => void {
  const listener = (changes: Record<string, { newValue?: unknown }>) => {
    const change = changes[snapshotKey(name)];
    if (change) onChange(unpack<Name>(change.newValue));
  };
  browser.storage.session.onChanged.addListener(listener);
  return () => browser.storage.session.onChanged.removeListener(listener);
}

export function snapshotKey(name: SnapshotName): string {
  return `snapshot:${name}`;
}

/**
 * A snapshot is kept as text: Chrome takes an object apart field by field, which for a list of 500 is 96 ms to write
 * and 21 ms to read; as text it is 5 and 2.
 */
export function pack<Name extends SnapshotName>(published: Published<Snapshots[Name]>): string {
  return JSON.stringify(published);
}

function unpack<Name extends SnapshotName>(stored: unknown): Published<Snapshots[Name]> | undefined {
  return typeof stored === 'string' ? (JSON.parse(stored) as Published<Snapshots[Name]>) : undefined;
}

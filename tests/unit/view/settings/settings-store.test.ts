import { signal } from '@preact/signals';
import { describe, expect, it } from 'vitest';
import { DialerError } from '@/lib/domain/core/errors';
import { resolveSettings, toSettingsView } from '@/lib/domain/settings/resolve';
import type { SettingsView } from '@/lib/domain/settings/settings-view';
import type { sendToWorker } from '@/lib/messaging/client';
import { createNotices } from '@/lib/view/core/notices';
import { createSettingsStore, placeOf } from '@/lib/view/settings/settings-store';

type Answer = object | null | DialerError;

/** A worker that answers each message with the next of the answers. */
function setUp(...answers: readonly Answer[]) {
  const sent: unknown[] = [];
  const send = (async (type: string, input: unknown) => {
    sent.push([type, input]);
    const answer = answers[sent.length - 1];
    if (answer instanceof DialerError) throw answer;
    return answer;
  }) as unknown as typeof sendToWorker;
  const notices = createNotices();
  const settings = signal<SettingsView | undefined>(toSettingsView(resolveSettings({}, {})));
  return { store: createSettingsStore({ send, settings, notices }), notices, sent };
}

const INVALID = { kind: 'invalid', problem: 'problemWholeNumber', parts: ['0', '30'] };

describe('saving on the options page', () => {
  it('says that it is saved', async () => {
    const { store, notices, sent } = setUp({ kind: 'saved' });
    await store.save('logging.holdSeconds', 9);
    expect(sent).toEqual([['settings.save', { key: 'logging.holdSeconds', value: 9 }]]);
    expect(notices.said.value).toBe('Saved');
  });

  it('keeps a refused value with what is wrong, and does not say "Saved"', async () => {
    const { store, notices } = setUp({ kind: 'saved' }, INVALID);
    await store.save('logging.retries', 1);
    await store.save('logging.holdSeconds', 31);
    expect(store.refused.value).toEqual({
      'logging.holdSeconds': { value: 31, words: 'This must be a whole number from 0 to 30.', wrongAt: [] },
    });
    expect(notices.said.value).toBe('');
  });

  it('forgets the refusal once a good value is saved, or the rep goes back', async () => {
    const { store } = setUp(INVALID, { kind: 'saved' }, INVALID);
    await store.save('logging.holdSeconds', 31);
    await store.save('logging.holdSeconds', 30);
    expect(store.refused.value).toEqual({});
    await store.save('logging.holdSeconds', 32);
    store.drop('logging.holdSeconds');
    expect(store.refused.value).toEqual({});
  });

  it('says beside the setting that the organization has it locked meanwhile', async () => {
    const { store } = setUp({ kind: 'locked' });
    await store.save('logging.retries', 1);
    expect(store.refused.value['logging.retries']?.words).toContain('This setting is set by your organization');
  });

  it('asks again when the worker was stopped before it answered', async () => {
    const { store, notices, sent } = setUp(new DialerError('answer-lost'), { kind: 'saved' });
    await store.save('logging.retries', 1);
    expect(sent).toHaveLength(2);
    expect(notices.said.value).toBe('Saved');
  });

  it('tells beside the setting that it could not be stored', async () => {
    const { store, notices } = setUp(new DialerError('storage-failed'));
    await store.save('logging.retries', 1);
    expect(store.refused.value['logging.retries']).toMatchObject({ value: 1, wrongAt: [] });
    expect(store.refused.value['logging.retries']?.words).toContain("Chrome couldn't save this");
    expect(notices.said.value).toBe('');
  });
});

it('finds the place inside a value that a problem is about', () => {
  expect(
    placeOf('problemInField', ['iceServers', 'problemInEntry', '2', 'problemInField', 'urls', 'problemIce']),
  ).toEqual(['iceServers', '2', 'urls']);
  expect(placeOf('problemUrl', [])).toEqual([]);
});

import { signal } from '@preact/signals';
import { describe, expect, it, vi } from 'vitest';
import type { RepSignIn } from '@/lib/domain/sign-in/rep-sign-in';
import { DialerError } from '@/lib/domain/core/errors';
import { asId, type EntryId } from '@/lib/domain/core/ids';
import type { OutboxRow } from '@/lib/domain/outbox/outbox-row';
import { createSignInStore } from '@/lib/view/sign-in/sign-in-store';
import { announceDeliveries } from '@/lib/view/outbox/announce-deliveries';
import { createNotices } from '@/lib/view/core/notices';
import { aSignedInAccount } from '@/tests/support/builders/builders';
import { anOutboxRow } from '../../../support/builders/view';
import { createFakeSend } from '../../../support/fakes/fake-send';

describe('what is said of deliveries', () => {
  const delivered = (id: string, change: Partial<OutboxRow> = {}) =>
    anOutboxRow({ entryId: asId<EntryId>(id), state: 'delivered', ...change });

  it('names each log that arrives, though a newer one still waits; old receipts are no news', () => {
    const rows = signal<readonly OutboxRow[] | undefined>(undefined);
    const say = vi.fn();
    announceDeliveries(rows, say);
    rows.value = [delivered('old')];
    expect(say).not.toHaveBeenCalled();
    rows.value = [
      anOutboxRow({ entryId: asId<EntryId>('new') }),
      delivered('mid', { personName: 'Bo' }),
      delivered('old'),
    ];
    expect(say).toHaveBeenCalledExactlyOnceWith('Logged Connected for Bo');
    rows.value = [...rows.value];
    expect(say).toHaveBeenCalledOnce();
    rows.value = [delivered('new', { disposition: '' }), delivered('mid'), delivered('old')];
    expect(say).toHaveBeenLastCalledWith('Logged call for Pat Lee');
  });
});

describe('what is said of the connection', () => {
  const setUp = (first: RepSignIn | undefined) => {
    const signIn = signal(first);
    const notices = createNotices();
    const worker = createFakeSend();
    const store = createSignInStore({ send: worker.send, signIn, settings: signal(undefined), notices });
    return { signIn, notices, worker, store };
  };

  it('names rep and team once connected, though the answer itself was lost', async () => {
    const { signIn, notices, worker, store } = setUp({ state: 'signedOut' });
    worker.fail('answer-lost');
    await store.connect();
    signIn.value = { state: 'connecting' };
    signIn.value = aSignedInAccount();
    expect(notices.said.value).toBe('Connected as Dana Rep, team Acme Sales');
    expect(notices.trouble.value).toBe('');
  });

  it('says nothing when the panel is opened by somebody connected long ago, or another window failed', () => {
    const { signIn, notices } = setUp(undefined);
    signIn.value = aSignedInAccount();
    signIn.value = { ...aSignedInAccount(), state: 'connecting' };
    signIn.value = aSignedInAccount({ failure: { code: 'sign-in-closed', detail: '' } });
    expect(notices.said.value).toBe('');
  });
});

describe('trouble', () => {
  it('stays until the rep does something, not until something happens by itself', async () => {
    const notices = createNotices();
    await notices.run(() => Promise.reject(new DialerError('storage-full')));
    expect(notices.trouble.value).toContain('disk is full');
    await notices.attend(() => Promise.resolve('saved'));
    expect(notices.trouble.value).toContain('disk is full');
    await notices.run(() => Promise.resolve('done'));
    expect(notices.trouble.value).toBe('');
  });

  it('is no trouble when only the answer was lost; a bug stays a bug', async () => {
    const notices = createNotices();
    expect(await notices.run(() => Promise.reject(new DialerError('answer-lost')))).toBeUndefined();
    expect(notices.trouble.value).toBe('');
    await expect(notices.run(() => Promise.reject(new TypeError('bug')))).rejects.toThrow('bug');
  });
});

import { describe, expect, it } from 'vitest';
import { DialerError } from '@/lib/domain/core/errors';
import { isStorageTrouble, troubleOf } from '@/lib/domain/journal/storage-trouble';

describe('storage trouble', () => {
  it('is told from everything else that can go wrong', () => {
    expect(isStorageTrouble(new DialerError('storage-full'))).toBe(true);
    expect(isStorageTrouble(new DialerError('offline'))).toBe(false);
    expect(isStorageTrouble(new Error('storage-full'))).toBe(false);
  });

  it('stays a full disk when the database does not open because of it', () => {
    expect(troubleOf(new DialerError('storage-full'), 'none')).toBe('disk-full');
    expect(troubleOf(new DialerError('storage-failed'), 'disk-full')).toBe('disk-full');
    expect(troubleOf(new DialerError('storage-failed'), 'none')).toBe('will-not-open');
    expect(troubleOf(new DialerError('storage-newer'), 'none')).toBe('newer-version');
    expect(troubleOf(new DialerError('storage-blocked'), 'none')).toBe('other-page');
  });
});

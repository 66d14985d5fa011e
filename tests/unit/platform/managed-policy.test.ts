import { expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { onPolicyChanged, readPolicy } from '@/lib/platform/managed-policy';

/** Its promise form, the only one that is used. */
const managed = fakeBrowser.storage.managed as unknown as { get: () => Promise<Readonly<Record<string, unknown>>> };

it('reads no policy where Chrome rejects the read', async () => {
  vi.spyOn(managed, 'get').mockRejectedValue(new Error('Managed storage is not available.'));
  expect(await readPolicy()).toEqual({});
});

it('remembers nothing: a policy that comes later is read', async () => {
  const get = vi.spyOn(managed, 'get').mockResolvedValue({});
  expect(await readPolicy()).toEqual({});
  get.mockResolvedValue({ 'logging.retries': 1 });
  expect(await readPolicy()).toEqual({ 'logging.retries': 1 });
});

it('follows changes of policy, not those of other areas', async () => {
  const follow = vi.fn();
  onPolicyChanged(follow);
  await fakeBrowser.storage.onChanged.trigger({}, 'local');
  expect(follow).not.toHaveBeenCalled();
  await fakeBrowser.storage.onChanged.trigger({}, 'managed');
  expect(follow).toHaveBeenCalledOnce();
});

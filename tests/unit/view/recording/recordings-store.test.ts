import { expect, it } from 'vitest';
import { asId, type UserGuid } from '@/lib/domain/core/ids';
import { createNotices } from '@/lib/view/core/notices';
import { createRecordingsStore } from '@/lib/view/recording/recordings-store';

function setUp(rep?: string) {
  const files = new Map([
    ['dana', ['b.webm', 'a.webm']],
    ['eve', ['c.webm']],
  ]);
  const saved: string[] = [];
  let isBroken = false;
  const store = createRecordingsStore({
    files: {
      list: async (owner) => {
        if (isBroken) throw new Error('no such folder');
        return files.get(owner) ?? [];
      },
      read: async (owner, name) => new Blob([`${owner}/${name}`]),
      remove: async (owner, name) =>
        void files.set(
          owner,
          (files.get(owner) ?? []).filter((one) => one !== name),
        ),
    },
    saveFile: (name, file) => void saved.push(`${name}, ${file.size}`),
    owner: () => (rep === undefined ? undefined : asId<UserGuid>(rep)),
    notices: createNotices(),
  });
  return { store, saved, files, breakIt: () => (isBroken = true) };
}

it('shows, saves and removes the recordings of the rep who is signed in, and nobody else’s', async () => {
  const { store, saved, files } = setUp('dana');
  await store.look();
  expect(store.kept.value).toEqual(['b.webm', 'a.webm']);
  await store.save('a.webm');
  await store.remove('b.webm');
  expect([saved, store.kept.value, files.get('eve')]).toEqual([
    [`a.webm, ${'dana/a.webm'.length}`],
    ['a.webm'],
    ['c.webm'],
  ]);
});

it('shows none to nobody, nor of a folder that cannot be read', async () => {
  const nobody = setUp();
  await nobody.store.look();
  await nobody.store.save('c.webm');
  expect([nobody.store.kept.value, nobody.saved]).toEqual([[], []]);
  const broken = setUp('dana');
  broken.breakIt();
  await broken.store.look();
  expect(broken.store.kept.value).toEqual([]);
});

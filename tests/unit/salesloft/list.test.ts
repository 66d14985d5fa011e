import { describe, expect, it } from 'vitest';
import type { ApiResult } from '@/lib/domain/core/api-result';
import type { Query, SalesloftClient } from '@/lib/salesloft/http-client';
import { readAll, readByIds } from '@/lib/salesloft/list';
import { idOf, type Wire } from '@/lib/salesloft/wire';

function clientOf(answer: (query: Query) => unknown) {
  const asked: Query[] = [];
  const refuse = () => Promise.reject(new Error('a list is only read'));
  const client: SalesloftClient = {
    get: async (_path, query = {}): Promise<ApiResult<Wire>> => {
      asked.push(query);
      return { ok: true, value: answer(query) as Wire };
    },
    post: refuse,
    put: refuse,
  };
  return { client, asked };
}

const parse = (row: Wire): string | undefined => idOf(row) || undefined;

describe('a list', () => {
  it('is walked page by page when nobody says how many there are', async () => {
    const { client, asked } = clientOf(({ page }) => ({
      data: [{ id: Number(page) }],
      metadata: { paging: { next_page: page === 3 ? null : Number(page) + 1 } },
    }));
    expect(await readAll(client, '/v2/x', {}, parse)).toEqual({ ok: true, value: ['1', '2', '3'] });
    expect(asked.map(({ page }) => page)).toEqual([1, 2, 3]);
  });

  it.each([
    ['is one page when paging is missing', { data: [{ id: 1 }], metadata: {} }, ['1']],
    ['is one page without metadata', { data: [{ id: 1 }] }, ['1']],
    ['is empty when it is no list', { data: { id: 1 } }, []],
    [
      'loses no other row with a broken one',
      { data: [null, { id: 1 }, 'x', {}, [], { id: '9007199254740995123' }] },
      ['1', '9007199254740995123'],
    ],
  ])('%s', async (_what, answer, ids) => {
    expect(await readAll(clientOf(() => answer).client, '/v2/x', {}, parse)).toEqual({ ok: true, value: ids });
  });

  it('is never read into the dear pages', async () => {
    const { client, asked } = clientOf(() => ({
      data: [],
      metadata: { paging: { next_page: 2, total_pages: 5_000 } },
    }));
    await readAll(client, '/v2/x', {}, parse);
    expect(Math.max(...asked.map(({ page }) => Number(page)))).toBe(100);
  });

  it('is asked by ids a hundred at a time, and not at all for none', async () => {
    const { client, asked } = clientOf(() => ({ data: [] }));
    await readByIds(client, '/v2/x', [], parse);
    expect(asked).toEqual([]);
    await readByIds(
      client,
      '/v2/x',
      Array.from({ length: 201 }, (_unused, index) => index),
      parse,
    );
    expect(asked.map(({ ids }) => (ids as readonly number[]).length)).toEqual([100, 100, 1]);
  });
});

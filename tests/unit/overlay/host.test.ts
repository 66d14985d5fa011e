// @vitest-environment happy-dom
import { expect, it } from 'vitest';
import { createHost, HOST_NAME } from '@/lib/overlay/host';

const found = () => document.querySelectorAll(`html > ${HOST_NAME}`);

it('comes back however often the page takes it out', () => {
  const host = createHost('');
  for (let time = 0; time < 100; time += 1) {
    found()[0]?.remove();
    host.stay();
    expect(found()).toHaveLength(1);
  }
  host.remove();
});

it('comes back from wherever the page has put it', () => {
  const host = createHost('');
  const hidden = document.createElement('div');
  document.body.append(hidden);
  const element = found()[0];
  if (element) hidden.append(element);
  expect(found()).toHaveLength(0);
  host.stay();
  expect(found()).toHaveLength(1);
  host.remove();
  expect(found()).toHaveLength(0);
});

it('takes away what an older overlay has left', () => {
  document.documentElement.append(document.createElement(HOST_NAME));
  const host = createHost('');
  expect(found()).toHaveLength(1);
  host.remove();
});

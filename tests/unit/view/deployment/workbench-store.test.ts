import { describe, expect, it } from 'vitest';
import { readPolicy } from '@/lib/deployment/read-policy';
import { textFile } from '@/lib/deployment/text-file';
import { writePolicy } from '@/lib/deployment/write-policy';
import { createWorkbenchStore } from '@/lib/view/deployment/workbench-store';
import type { Policy, PolicyForm } from '@/lib/domain/deployment/policy';

const ID = 'chkponfdimaedbobdlmmffeafdddjlpn';

function workbench(device: Policy = {}) {
  const exported: [PolicyForm, Policy][] = [];
  const store = createWorkbenchStore({
    readText: (words) => readPolicy(words, ID),
    readDevicePolicy: async () => device,
    exportAs: (form, policy) => void exported.push([form, policy]),
  });
  return { store, exported };
}

describe('the policy workbench', () => {
  it('shows nothing of a text that has changed since it was checked', () => {
    const { store, exported } = workbench();
    store.paste('{"logging.retries": 3}');
    store.check();
    expect(store.canExport.value).toBe(true);
    store.paste('{"logging.retries": 4}');
    expect(store.result.value).toBeUndefined();
    store.exportAs('linux');
    expect(exported).toEqual([]);
  });

  it('loads this device’s policy without its secrets', async () => {
    const { store } = workbench({
      'salesloft.clientSecret': 'hush',
      'telephony.sip': {
        server: 'wss://sip.example',
        password: 'hush',
        iceServers: [{ urls: 'turn:t.example', credential: 'hush' }],
      },
      'privacy.retentionDays': 3,
    });
    await store.loadDevicePolicy();
    expect(store.pasted.value).not.toContain('hush');
    expect(store.result.value).toMatchObject({ ok: true, policy: { 'privacy.retentionDays': 3 } });
    expect(store.said.value).toContain('secrets');
  });

  it('reads the UTF-16 file that Windows writes, and exports it as the same values', async () => {
    const { store, exported } = workbench();
    const policy = { 'logging.noteTemplate': 'Zoë — 日本', 'logging.holdSeconds': 5 };
    const [file] = writePolicy('registry', policy, {
      extensionId: ID,
      newUuid: () => '',
      describe: () => ({ title: '', description: '' }),
    });
    if (!file) throw new Error('No file.');
    await store.loadFile(textFile(file));
    store.exportAs('macos');
    expect(exported).toEqual([['macos', policy]]);
  });

  it('refuses in words what is no policy', () => {
    const { store } = workbench();
    store.paste('hello');
    store.check();
    expect(store.result.value).toMatchObject({ ok: false, problem: 'policyTextUnknown' });
    expect(store.canExport.value).toBe(false);
  });
});

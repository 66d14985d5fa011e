import { render } from 'preact';
import { v4 } from 'uuid';
import { browser } from 'wxt/browser';
import { readPolicy } from '@/lib/deployment/read-policy';
import { writePolicy } from '@/lib/deployment/write-policy';
import { readPolicy as readDevicePolicy } from '@/lib/platform/managed-policy';
import { saveFile } from '@/lib/platform/save-file';
import { text, type MessageKey } from '@/lib/text/text';
import { createWorkbenchStore } from '@/lib/view/deployment/workbench-store';
import { PolicyWorkbench } from '@/components/deployment/PolicyWorkbench';
import { textFile } from '@/lib/deployment/text-file';

const extensionId = browser.runtime.id;

const store = createWorkbenchStore({
  readText: (words) => readPolicy(words, extensionId),
  readDevicePolicy,
  exportAs: (form, policy) => {
    for (const file of writePolicy(form, policy, { extensionId, newUuid: v4, describe }))
      saveFile(file.name, textFile(file));
  },
});

function describe(key: string) {
  const name = `setting_${key.replaceAll('.', '_')}`;
  return { title: text(name as MessageKey), description: text(`${name}_help` as MessageKey) };
}

document.title = text('workbenchTitle');
const root = document.getElementById('app');
if (root) render(<PolicyWorkbench store={store} />, root);

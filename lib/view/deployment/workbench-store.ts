import { computed, signal } from '@preact/signals';
import { checkPolicy, type CheckedPolicy } from '@/lib/domain/deployment/check-policy';
import { omitSecrets } from '@/lib/domain/deployment/omit-secrets';
import type { Policy, PolicyForm, PolicyNote, ReadForm, ReadPolicy } from '@/lib/domain/deployment/policy';
import { counted, text } from '@/lib/text/text';

export type WorkbenchResult =
  | {
      readonly ok: true;
      readonly form: ReadForm;
      readonly policy: Policy;
      readonly notes: readonly PolicyNote[];
      readonly checked: CheckedPolicy;
    }
  | { readonly ok: false; readonly problem: string; readonly parts: readonly string[] };

export type WorkbenchStore = ReturnType<typeof createWorkbenchStore>;

/** A policy on the workbench: what was pasted, what it comes to, and the way out in other forms. */
export function createWorkbenchStore(deps: {
  readonly readText: (text: string) => ReadPolicy;
  /** The policy that this computer has. */
  readonly readDevicePolicy: () => Promise<Policy>;
  readonly exportAs: (form: PolicyForm, policy: Policy) => void;
}) {
  const pasted = signal('');
  const result = signal<WorkbenchResult | undefined>(undefined);
  const said = signal('');

  const check = (): void => {
    const read = deps.readText(pasted.value);
    result.value = read.ok ? { ...read, checked: checkPolicy(read.policy) } : read;
    said.value = read.ok ? foundWords(checkPolicy(read.policy).findings.length + read.notes.length) : '';
  };

  return {
    pasted,
    result,
    said,
    canExport: computed(() => result.value?.ok === true),

    /** What is shown belongs to the text that was checked: another text is not checked yet. */
    paste: (words: string): void => {
      pasted.value = words;
      result.value = undefined;
      said.value = '';
    },
    check,

    loadFile: async (file: Pick<Blob, 'arrayBuffer'>): Promise<void> => {
      pasted.value = decode(new Uint8Array(await file.arrayBuffer()));
      check();
    },

    loadDevicePolicy: async (): Promise<void> => {
      const { policy, wereOmitted } = omitSecrets(await deps.readDevicePolicy());
      pasted.value = JSON.stringify(policy, null, 2);
      check();
      if (wereOmitted) said.value = text('workbenchSecretsOmitted');
    },

    exportAs: (form: PolicyForm): void => {
      if (result.value?.ok !== true) return;
      deps.exportAs(form, result.value.policy);
      said.value = text('workbenchExported');
    },
  };
}

function foundWords(count: number): string {
  return count === 0 ? text('workbenchNoProblems') : counted('workbenchProblems', count);
}

/** Windows writes `.reg` files as UTF-16 with a byte order mark; everything else is UTF-8. */
function decode(bytes: Uint8Array): string {
  const isUtf16 = bytes[0] === 0xff && bytes[1] === 0xfe;
  return new TextDecoder(isUtf16 ? 'utf-16le' : 'utf-8').decode(bytes);
}

import type { WorkbenchStore } from '@/lib/view/deployment/workbench-store';
import { text } from '@/lib/text/text';
import { problemText } from '@/lib/text/problem-text';
import { Banner } from '@/components/ui/Banner';
import { EffectiveTable } from './EffectiveTable';
import { ExportPolicy } from './ExportPolicy';
import { PasteForm } from './PasteForm';
import { ProblemList } from './ProblemList';
import { RepPreview } from './RepPreview';
import './workbench.css';

/** Try a policy before anybody has it. Nothing here changes a setting, and nobody has to be signed in. */
export function PolicyWorkbench({ store }: { readonly store: WorkbenchStore }) {
  const result = store.result.value;
  return (
    <main class="workbench">
      <h1>{text('workbenchTitle')}</h1>
      <p class="soft">{text('workbenchWords')}</p>
      <PasteForm store={store} />
      <p class="workbench-said" role="status">
        {store.said.value}
      </p>
      {result?.ok === false && (
        <Banner tone="bad" role="alert">
          {problemText(result.problem, result.parts)}
        </Banner>
      )}
      {result?.ok && (
        <>
          <ProblemList notes={result.notes} findings={result.checked.findings} />
          <EffectiveTable effective={result.checked.effective} />
          <RepPreview values={result.checked.effective.values} />
          <ExportPolicy onExport={store.exportAs} />
        </>
      )}
    </main>
  );
}

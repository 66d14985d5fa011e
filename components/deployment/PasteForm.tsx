import { useId } from 'preact/hooks';
import { text } from '@/lib/text/text';
import type { WorkbenchStore } from '@/lib/view/deployment/workbench-store';
import { Button } from '@/components/ui/Button';

/** Where a policy comes in: typed, from a file, or the one this computer has. */
export function PasteForm({ store }: { readonly store: WorkbenchStore }) {
  const id = useId();
  return (
    <div class="workbench-paste">
      <label class="workbench-label" for={id}>
        {text('workbenchPolicy')}
      </label>
      <p class="soft" id={`${id}-help`}>
        {text('workbenchPolicyHelp')}
      </p>
      <textarea
        id={id}
        class="input workbench-text"
        rows={12}
        spellcheck={false}
        dir="ltr"
        aria-describedby={`${id}-help`}
        value={store.pasted.value}
        onInput={(event) => store.paste(event.currentTarget.value)}
      />
      <div class="workbench-actions">
        <Button look="primary" onClick={store.check}>
          {text('workbenchCheck')}
        </Button>
        <Button onClick={() => void store.loadDevicePolicy()}>{text('workbenchDevicePolicy')}</Button>
        <label class="workbench-file">
          <span>{text('workbenchFile')}</span>
          <input
            type="file"
            accept=".json,.reg,.mobileconfig,.plist,.txt"
            onChange={(event) => {
              const file = event.currentTarget.files?.[0];
              if (file) void store.loadFile(file);
            }}
          />
        </label>
      </div>
    </div>
  );
}

import { useSignal } from '@preact/signals';
import type { StorageTrouble } from '@/lib/domain/journal/storage-trouble';
import { counted, text } from '@/lib/text/text';
import { useStores } from '@/lib/view/panel/panel-context';
import { Banner } from '@/components/ui/Banner';
import { Button } from '@/components/ui/Button';

/** What the rep must know of the disk: what is not on it, what went, what cannot be read. Nothing of it is ever dropped. */
export function StorageBanners() {
  const { storage } = useStores();
  const isClosed = useSignal(false);
  const { trouble, unsavedCalls, setAside, emptiedAt, lostLogs } = storage.state.value;
  const exportButton = <Button onClick={() => void storage.export()}>{text('exportLogs')}</Button>;
  return (
    <>
      {trouble !== 'none' && (
        <Banner tone="bad" role="alert" actions={trouble !== 'other-page' && exportButton}>
          <strong>{text('notSavedToDisk')}</strong>
          <p>{troubleText(trouble)}</p>
          {unsavedCalls > 0 && <p>{counted('storageUnsaved', unsavedCalls)}</p>}
        </Banner>
      )}
      {emptiedAt > 0 && (
        <Banner
          tone="bad"
          role="alert"
          actions={
            <>
              {lostLogs > 0 && exportButton}
              <Button onClick={() => void storage.closeNotice()}>{text('close')}</Button>
            </>
          }
        >
          {lostLogs > 0 ? counted('storageLost', lostLogs) : text('storageEmptied')}
        </Banner>
      )}
      {setAside > 0 && !isClosed.value && (
        <Banner
          tone="warn"
          icon="alert"
          actions={
            <>
              {exportButton}
              <Button
                onClick={() => {
                  isClosed.value = true;
                }}
              >
                {text('close')}
              </Button>
            </>
          }
        >
          {counted('storageSetAside', setAside)}
        </Banner>
      )}
    </>
  );
}

function troubleText(trouble: Exclude<StorageTrouble, 'none'>): string {
  switch (trouble) {
    case 'disk-full':
      return text('storageTrouble_disk_full');
    case 'will-not-open':
      return text('storageTrouble_will_not_open');
    case 'other-page':
      return text('storageTrouble_other_page');
    case 'newer-version':
      return text('storageTrouble_newer_version');
  }
}

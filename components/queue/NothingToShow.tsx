import type { ComponentChildren } from 'preact';
import { text } from '@/lib/text/text';
import { useStores } from '@/lib/view/panel/panel-context';
import { Button } from '@/components/ui/Button';

/** Why there is no row, and what to do about it. */
export function NothingToShow() {
  const { signIn, queue } = useStores();
  const snapshot = queue.queue.value;
  if (queue.isFiltered.value && queue.rows.value.length > 0) return <NoMatches />;
  if (snapshot?.state === 'failed') return null;
  if (signIn.current.value?.state === 'expired') {
    return <Empty title={text('listNeedsSignIn')} hint={text('listNeedsSignInHint')} />;
  }
  if (!snapshot?.isComplete) return <LoadingRows />;
  return (
    <Empty title={text('noCallsDue')} hint={text('noCallsDueHint')}>
      <Button icon="refresh" onClick={() => void queue.read('asked')}>
        {text('checkAgain')}
      </Button>
    </Empty>
  );
}

function NoMatches() {
  const { queue } = useStores();
  const hint = queue.isNumberWanted.value ? text('noNumberMatches', queue.search.value.trim()) : text('noMatchesHint');
  return (
    <Empty title={text('noMatches')} hint={hint}>
      <Button onClick={queue.clearFilter}>{text('clearFilter')}</Button>
    </Empty>
  );
}

function Empty(props: { readonly title: string; readonly hint: string; readonly children?: ComponentChildren }) {
  return (
    <div class="empty">
      <p class="empty-title">{props.title}</p>
      <p class="soft">{props.hint}</p>
      {props.children}
    </div>
  );
}

function LoadingRows() {
  return (
    <div class="loading" aria-busy="true">
      {[0, 1, 2, 3, 4].map((row) => (
        <div class="loading-row" key={row}>
          <div class="skeleton" />
          <div class="skeleton" />
          <div class="skeleton" />
        </div>
      ))}
    </div>
  );
}

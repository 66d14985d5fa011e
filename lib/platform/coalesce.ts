/** Asks for `work` as often as it likes to be asked: it runs once for all that was asked within `gapMs`. */
export function coalesce(work: () => void, gapMs: number): () => void {
  let planned = false;
  return () => {
    if (planned) return;
    planned = true;
    setTimeout(() => {
      planned = false;
      work();
    }, gapMs);
  };
}

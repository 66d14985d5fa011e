/** Coalesces calls into one run of `work` at most every `gapMs`. */
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

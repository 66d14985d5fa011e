/** Web Locks: shared by every context of ours, and released when the holder dies. */
export function underLock<Result>(name: string, work: () => Promise<Result>): Promise<Result> {
  return navigator.locks.request(name, work);
}

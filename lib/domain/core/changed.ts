/** What stood in a store before a change and what stands there now; the same object when nothing was changed. */
export type Changed<Row> = { readonly before: Row; readonly after: Row };

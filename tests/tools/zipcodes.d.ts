declare module 'zipcodes' {
  type Place = { readonly latitude: number; readonly longitude: number; readonly state: string };
  export const codes: Readonly<Record<string, Place>>;
  /** `abbr` by two letters. */
  export const states: { readonly abbr: Readonly<Record<string, string>> };
}

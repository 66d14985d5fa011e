export const zones: readonly {
  readonly files: readonly string[];
  readonly ignores: readonly string[];
  readonly imports: readonly {
    readonly regex: string;
    readonly message: string;
    readonly allowTypeImports?: boolean;
  }[];
  readonly globals: readonly { readonly name: string; readonly message: string }[];
  readonly isPure: boolean;
}[];

export const folders: Readonly<Record<string, readonly string[]>>;

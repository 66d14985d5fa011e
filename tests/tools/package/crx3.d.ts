declare module 'crx3' {
  import type { Readable } from 'node:stream';

  type Crx3Options = {
    readonly keyPath: string;
    readonly crxPath: string;
    readonly xmlPath: string;
    readonly crxURL: string;
    readonly appVersion: string;
    readonly browserVersion: string;
  };

  export default function crx3(zip: Readable, options: Crx3Options): Promise<unknown>;
}

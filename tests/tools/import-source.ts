import { join } from 'node:path';
import { runnerImport } from 'vite';

/** A source file of the extension, loaded in Node: its imports name `@`, which Vite resolves. */
export async function importSource<Module>(root: string, path: string): Promise<Module> {
  const { module } = await runnerImport<Module>(join(root, path), {
    configFile: false,
    logLevel: 'error',
    resolve: { alias: { '@': root } },
  });
  return module;
}

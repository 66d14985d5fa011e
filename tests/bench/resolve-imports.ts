import { existsSync } from 'node:fs';
import { registerHooks } from 'node:module';
import { fileURLToPath } from 'node:url';

/** Lets Node read the extension's own sources: `@/` is the project's folder there, and no ending is written. Import it first. */
const ROOT = new URL('../../', import.meta.url);

registerHooks({
  resolve: (specifier, context, next) => {
    const isOurs = /^(@|\.{1,2})\//.test(specifier) && context.parentURL?.includes('/node_modules/') !== true;
    if (!isOurs) return next(specifier, context);
    const url = specifier.startsWith('@/') ? new URL(specifier.slice(2), ROOT) : new URL(specifier, context.parentURL);
    const written = new URL(`${url.href}.ts`);
    return next(existsSync(fileURLToPath(written)) ? written.href : url.href, context);
  },
});

import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';
import { WxtVitest } from 'wxt/testing/vitest-plugin';

const ROOT = fileURLToPath(new URL('.', import.meta.url));
const alias = { '@': ROOT.replace(/[\\/]$/, '') };
const oxc = { jsx: { runtime: 'automatic', importSource: 'preact' } } as const;

/** `quick` needs nothing but the sources, `built` reads the built extension, `browser` drives it in real Chromium, `voice` on real lines. */
export default defineConfig({
  test: {
    projects: [
      {
        plugins: [WxtVitest()],
        resolve: { alias },
        oxc,
        test: {
          name: 'quick',
          include: ['tests/{unit,contract,integration,architecture}/**/*.test.{ts,tsx}'],
          exclude: ['tests/architecture/built/**'],
          setupFiles: ['tests/support/fakes/browser-texts.setup.ts'],
          restoreMocks: true,
        },
      },
      {
        resolve: { alias },
        test: { name: 'built', include: ['tests/architecture/built/**/*.test.ts'] },
      },
      {
        resolve: { alias },
        test: {
          name: 'browser',
          include: ['tests/{browser,faults}/**/*.browser.ts'],
          // One Chromium at a time: several on a small machine only measure each other.
          fileParallelism: false,
          testTimeout: 90_000,
          hookTimeout: 90_000,
        },
      },
      {
        resolve: { alias },
        test: {
          name: 'voice',
          include: ['tests/voice/**/*.voice.ts'],
          fileParallelism: false,
          testTimeout: 60_000,
          hookTimeout: 120_000,
        },
      },
    ],
  },
});

import tseslint from 'typescript-eslint';
import { zones } from './tests/architecture/zones.js';

const DEFAULT_EXPORT = {
  selector: 'ExportDefaultDeclaration',
  message: 'Export it by name: a name can be searched for, and it is the same in every file.',
};

const MARKUP = [
  {
    selector: 'MemberExpression[property.name=/^(innerHTML|outerHTML|insertAdjacentHTML|srcdoc)$/]',
    message: 'Text from Salesloft is hostile: draw it with Preact, which makes text of it.',
  },
  {
    selector: 'JSXAttribute[name.name="dangerouslySetInnerHTML"]',
    message: 'Text from Salesloft is hostile: draw it as text.',
  },
  {
    selector: 'CallExpression[callee.object.name="document"][callee.property.name=/^write(ln)?$/]',
    message: 'document.write makes markup of text: build elements instead.',
  },
];

const CLOCK_AND_CHANCE = [
  {
    selector: 'CallExpression[callee.object.name="Date"][callee.property.name="now"]',
    message: 'Time comes in as `now`: a rule that reads the clock cannot be tested at another time.',
  },
  {
    selector: 'NewExpression[callee.name="Date"][arguments.length=0]',
    message: 'Time comes in as `now`: a rule that reads the clock cannot be tested at another time.',
  },
  {
    selector: 'CallExpression[callee.object.name="performance"][callee.property.name="now"]',
    message: 'Time comes in as a parameter or a dep.',
  },
  {
    selector: 'CallExpression[callee.object.name="Math"][callee.property.name="random"]',
    message: 'Chance comes in as a parameter or a dep.',
  },
];

/** One block of settings for each zone of the table. */
const zoneBlocks = zones.map((zone) => ({
  files: zone.files,
  ignores: zone.ignores,
  rules: {
    '@typescript-eslint/no-restricted-imports': ['error', { patterns: zone.imports }],
    'no-restricted-globals': ['error', ...zone.globals],
    'no-restricted-syntax': ['error', DEFAULT_EXPORT, ...MARKUP, ...(zone.isPure ? CLOCK_AND_CHANCE : [])],
  },
}));

export default tseslint.config(
  { ignores: ['.output/', '.wxt/', 'node_modules/', 'demo-screenshots/', 'test-results/'] },
  { linterOptions: { reportUnusedDisableDirectives: 'error' } },
  {
    files: ['**/*.{ts,tsx}'],
    extends: [tseslint.configs.recommendedTypeChecked],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
      '@typescript-eslint/consistent-type-definitions': ['error', 'type'],
      '@typescript-eslint/consistent-type-imports': ['error', { fixStyle: 'inline-type-imports' }],
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/no-floating-promises': 'error',
      '@typescript-eslint/no-non-null-assertion': 'error',
      '@typescript-eslint/no-unnecessary-condition': 'error',
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
      '@typescript-eslint/switch-exhaustiveness-check': ['error', { considerDefaultExhaustiveForUnions: true }],
      'max-lines': ['error', 250],
      'no-else-return': ['error', { allowElseIf: false }],
      'no-eval': 'error',
      'no-new-func': 'error',
      eqeqeq: 'error',
    },
  },
  ...zoneBlocks,
  {
    // The contracts that adapters implement, and idb's schema, which must be an interface to be read by its types.
    files: ['lib/phone/contract/phone.ts', 'lib/storage/**/*.ts'],
    rules: { '@typescript-eslint/consistent-type-definitions': 'off' },
  },
  {
    // WXT finds these entrypoints by their default export.
    files: ['entrypoints/background/index.ts', 'entrypoints/*.content/index.{ts,tsx}'],
    rules: { 'no-restricted-syntax': ['error', ...MARKUP] },
  },
  {
    files: ['tests/**/*.{ts,tsx}'],
    rules: {
      // Stand-ins keep the promise-returning shape of what they stand for.
      '@typescript-eslint/require-await': 'off',
      // Puppeteer's enums of text are compared with the text that its documents name.
      '@typescript-eslint/no-unsafe-enum-comparison': 'off',
    },
  },
  {
    files: ['**/*.{js,mjs}'],
    languageOptions: { ecmaVersion: 2024, sourceType: 'module' },
    rules: { 'max-lines': ['error', 250], 'no-else-return': ['error', { allowElseIf: false }], eqeqeq: 'error' },
  },
);

import { ORDERS, STANDS_APART } from './orders.js';

// Who may import whom: one row a folder. The linter turns each row into rules; the words are what a reviewer would say.

/** Packages that each wrap one foreign thing; a zone names those it may use. */
const BROWSER = 'wxt/browser';
const PAINT = ['preact', 'preact/hooks', '@preact/signals'];

/** Types of what a service needs: edges implement them, so they may be seen from both sides. */
const PORTS = 'lib/services/[a-z-]+/[a-z-]+-port$';

const rows = [
  {
    folder: 'lib/domain',
    mayImport: ['lib/domain/'],
    packages: [],
    why: 'The domain is pure rules: it imports nothing but itself. Pass what it needs as a parameter.',
    isPure: true,
    noGlobals: [
      'fetch',
      'window',
      'document',
      'navigator',
      'location',
      'self',
      'globalThis',
      'crypto',
      'console',
      'indexedDB',
      'localStorage',
      'sessionStorage',
      'setTimeout',
      'setInterval',
      'queueMicrotask',
    ],
  },
  {
    folder: 'lib/services',
    mayImport: ['lib/domain/', 'lib/services/'],
    packages: [],
    why: 'A service is a verb over injected parts: it imports the domain and lower services only. Take this as a dep.',
    isPure: true,
    noGlobals: [
      'fetch',
      'window',
      'document',
      'navigator',
      'location',
      'self',
      'globalThis',
      'crypto',
      'console',
      'indexedDB',
      'localStorage',
      'sessionStorage',
      'setTimeout',
      'setInterval',
    ],
  },
  {
    folder: 'lib/salesloft',
    mayImport: ['lib/domain/', PORTS],
    packages: ['ky', 'libphonenumber-js'],
    why: 'The Salesloft edge knows the API and the domain. Tokens, clocks and storage come in as deps.',
    noGlobals: ['window', 'document', 'indexedDB', 'localStorage', 'sessionStorage'],
  },
  {
    folder: 'lib/phone',
    mayImport: ['lib/domain/', 'lib/phone/'],
    packages: ['jssip', '@twilio/voice-sdk', 'ky'],
    why: 'A phone knows audio and the domain. What it reports leaves by a dep.',
    noGlobals: ['fetch', 'indexedDB', 'localStorage', 'sessionStorage'],
  },
  {
    folder: 'lib/deployment',
    mayImport: ['lib/domain/'],
    packages: ['plist', '@rgrove/parse-xml'],
    why: 'The files that admins deploy with: text in, text out, by the domain’s catalogue.',
    noGlobals: ['fetch', 'window', 'document', 'indexedDB', 'localStorage', 'sessionStorage'],
  },
  {
    folder: 'lib/storage',
    mayImport: ['lib/domain/', 'lib/storage/', PORTS],
    packages: ['idb', BROWSER],
    why: 'Storage keeps what the domain defines. It does not know who asks.',
    noGlobals: ['fetch', 'window', 'document', 'localStorage', 'sessionStorage'],
  },
  {
    folder: 'lib/platform',
    mayImport: ['lib/domain/', PORTS],
    packages: [BROWSER],
    ownFolder: 'types',
    why: 'A platform file wraps one browser API and knows no other file of ours but the domain.',
    noGlobals: ['fetch', 'indexedDB', 'localStorage', 'sessionStorage'],
  },
  {
    folder: 'lib/messaging',
    mayImport: ['lib/domain/', 'package.json$'],
    packages: [BROWSER],
    why: 'The message contract knows the domain only: a handler is registered by the entrypoint, not imported here.',
    noGlobals: ['fetch', 'window', 'document', 'indexedDB', 'localStorage', 'sessionStorage'],
  },
  {
    folder: 'lib/text',
    mayImport: ['lib/domain/', 'public/_locales/en/messages.json$'],
    packages: [BROWSER],
    why: 'Texts come from the messages and know the domain at most.',
    noGlobals: ['fetch', 'window', 'document', 'indexedDB', 'localStorage', 'sessionStorage'],
  },
  {
    folder: 'lib/view',
    mayImport: [
      'lib/domain/',
      'lib/messaging/(client|protocol)$',
      'lib/storage/snapshots/snapshots$',
      'lib/text/',
      'lib/view/',
    ],
    packages: PAINT,
    why: 'A view store asks by lib/messaging/client and watches lib/storage/snapshots/snapshots: no other way in or out.',
    noGlobals: ['fetch', 'indexedDB', 'localStorage', 'sessionStorage', 'XMLHttpRequest', 'WebSocket'],
  },
  {
    folder: 'components',
    except: ['components/ui/**', 'components/overlay/**'],
    mayImport: ['lib/domain/', 'lib/view/', 'lib/text/', 'components/'],
    packages: PAINT,
    why: 'A component draws props and view stores. What it needs of the browser comes in as a callback.',
    noGlobals: ['fetch', 'indexedDB', 'localStorage', 'sessionStorage', 'XMLHttpRequest', 'WebSocket'],
  },
  {
    folder: 'components/ui',
    mayImport: ['lib/text/', 'components/ui/'],
    packages: PAINT,
    why: 'components/ui knows nothing of sales: props in, elements out.',
    noGlobals: ['fetch', 'indexedDB', 'localStorage', 'sessionStorage', 'XMLHttpRequest', 'WebSocket'],
  },
  {
    folder: 'components/overlay',
    mayImport: ['lib/domain/', 'lib/text/', 'components/ui/'],
    packages: PAINT,
    why: 'What stands in a foreign page knows the domain and our own look, nothing else.',
    noGlobals: ['fetch', 'indexedDB', 'localStorage', 'sessionStorage', 'XMLHttpRequest', 'WebSocket'],
  },
  {
    folder: 'lib/overlay',
    mayImport: ['lib/domain/', 'lib/messaging/(client|protocol)$', 'lib/text/', 'lib/overlay/', 'components/overlay/'],
    packages: PAINT,
    why: 'The overlay runs in a page we do not trust: it may ask the worker and draw, and hold nothing.',
    noGlobals: ['fetch', 'indexedDB', 'localStorage', 'sessionStorage', 'XMLHttpRequest', 'WebSocket'],
  },
  {
    folder: 'entrypoints/background',
    mayImport: ['lib/(domain|services|salesloft|storage|platform|messaging|text)/', 'entrypoints/background/wiring/'],
    packages: [BROWSER, 'wxt/utils/define-background', 'uuid'],
    why: 'The worker has no page and no phone: it assembles services, stores and the Salesloft edge.',
    noGlobals: ['window', 'document', 'localStorage', 'sessionStorage', 'fetch'],
  },
  {
    folder: 'entrypoints/offscreen',
    mayImport: ['lib/(domain|phone|messaging)/', 'lib/platform/bug-log$'],
    packages: [],
    why: 'The offscreen document holds the line and nothing else: Chrome gives it only runtime messages.',
    noGlobals: ['indexedDB', 'localStorage', 'sessionStorage', 'fetch'],
  },
  {
    folder: 'entrypoints/{sidepanel,options,policy-workbench,microphone}',
    mayImport: [
      'lib/(domain|view|text)/',
      'lib/messaging/(client|protocol)$',
      'lib/storage/snapshots/snapshots$',
      'lib/platform/(microphone-permission|microphone-test|permissions|save-file|kept-recordings|microphone-light|key-preferences|device-preferences|surfaces|side-panel|bug-log|managed-policy)$',
      'lib/deployment/',
      'components/',
    ],
    packages: [BROWSER, 'uuid', ...PAINT],
    why: 'A page draws view stores and asks the worker. Tokens, stores and services live in the worker only.',
    noGlobals: ['fetch', 'indexedDB', 'localStorage', 'sessionStorage', 'XMLHttpRequest', 'WebSocket'],
  },
  {
    folder: 'entrypoints/*.content',
    mayImport: ['lib/(domain|overlay|text)/', 'lib/messaging/(client|protocol)$', 'components/overlay/'],
    packages: [BROWSER, 'wxt/utils/define-content-script', ...PAINT],
    why: 'The content script runs in a page we do not trust: it starts the overlay and holds nothing.',
    noGlobals: ['fetch', 'indexedDB', 'localStorage', 'sessionStorage', 'XMLHttpRequest', 'WebSocket'],
  },
];

const extensionApis = ['chrome', 'browser'].map((name) => ({
  name,
  message: "Import it: `import { browser } from 'wxt/browser'`, and only in a folder that may touch the browser.",
}));

function importPatterns({ mayImport, packages, why, ownFolder }) {
  const inside = mayImport.map((prefix) => `(?!${prefix})`).join('');
  const outside = packages.map((name) => `(?!${name}(?:$|/))`).join('');
  return [
    {
      regex: String.raw`^\.\./`,
      message: 'Write `./x` inside a folder and `@/…` across folders, so that a move is seen.',
    },
    { regex: `^@/${inside}`, message: why },
    { regex: String.raw`^(?!\.)(?!@/)${outside}`, message: `${why} (No other package here.)` },
    ...(ownFolder === 'types' ? [{ regex: String.raw`^\./`, message: why, allowTypeImports: true }] : []),
  ];
}

/** One folder of a layer: the rules of its layer, and the order inside it besides. */
function folderZone(row, name, lower) {
  const zone = toZone({ ...row, folder: `${row.folder}/${name}` });
  const order = {
    regex: `^@/${row.folder}/(?!(${[name, ...lower].join('|')})/)`,
    message: `${name} may use ${lower.join(', ') || 'nothing else of its layer'}: move what is shared further down.`,
  };
  return { ...zone, imports: [...zone.imports, order] };
}

function folderZones(row) {
  const order = ORDERS[row.folder] ?? [];
  return order.flatMap((names, place) =>
    names
      .filter((name) => !STANDS_APART.includes(`${row.folder}/${name}`))
      .map((name) => folderZone(row, name, order.slice(0, place).flat())),
  );
}

function toZone(row) {
  return {
    files: [`${row.folder}/**/*.{ts,tsx}`],
    ignores: row.except ?? [],
    imports: importPatterns(row),
    globals: [...extensionApis, ...row.noGlobals.map((name) => ({ name, message: row.why }))],
    isPure: row.isPure ?? false,
  };
}

/** A layer first, then its folders: the linter takes the last one that fits a file. */
export const zones = rows.flatMap((row) => [toZone(row), ...folderZones(row)]);

/** The folders that each ordered layer may have. */
export const folders = Object.fromEntries(Object.entries(ORDERS).map(([layer, order]) => [layer, order.flat()]));

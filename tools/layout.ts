/**
 * Who may import whom, what stands where, and what things are called: the table of ARCHITECTURE.md as data.
 * `tools/layout/check.ts` holds the tree against it.
 *
 * Paths of our own read `<workspace>/<path below src>`; `*` stands for one part, `**` for any number of them.
 */
export interface Workspace {
  readonly folder: string;
  /** Paths of other workspaces that its files may import. */
  readonly mayImport: readonly string[];
  /** Paths that it may name in `import type` only. */
  readonly mayImportTypes?: readonly string[];
  /** Modules of Node: all of them, or these. */
  readonly node: 'all' | readonly string[];
  /** Packages from the registry: those of its package.json, or these. */
  readonly packages: 'declared' | readonly string[];
  /** Whether rules live here that must give the same for the same values. */
  readonly isPure: boolean;
}

const PURE = { node: [], isPure: true } as const;
const SERVER = { node: 'all', packages: 'declared', isPure: false } as const;

/** The parts of carrier that the hub shares with the sandbox: checks and formats, never its computing. */
const CARRIER_FOR_HUB = ['carrier/tracking-number/rules', 'carrier/tracking-number/service-indicators'];

export const workspaces: Readonly<Record<string, Workspace>> = {
  contract: { folder: 'packages/contract', mayImport: [], packages: [], ...PURE },
  wire: { folder: 'packages/wire', mayImport: [], packages: ['saxes', 'papaparse'], ...PURE },
  carrier: { folder: 'packages/carrier', mayImport: ['contract/**', 'wire/**'], packages: [], ...PURE },
  sdk: {
    folder: 'packages/sdk',
    mayImport: ['contract/**/wire'],
    mayImportTypes: ['contract/*/schema', 'contract/operation'],
    packages: [],
    node: [],
    isPure: false,
  },
  kit: { folder: 'packages/kit', mayImport: [], ...SERVER },
  ui: {
    folder: 'packages/ui',
    mayImport: ['contract/*/codes', 'kit/text'],
    node: [],
    packages: 'declared',
    isPure: false,
  },
  sandbox: {
    folder: 'apps/sandbox',
    mayImport: ['contract/**', 'carrier/**', 'kit/**', 'wire/**'],
    ...SERVER,
  },
  hub: {
    folder: 'apps/hub',
    mayImport: ['contract/**', 'sdk/**', 'kit/**', 'wire/**', 'ui/**', ...CARRIER_FOR_HUB],
    ...SERVER,
  },
  cli: { folder: 'apps/cli', mayImport: ['**'], ...SERVER },
};

/** Folders beside the workspaces; all of them may import everything. */
export const houseFolders = ['bench', 'bin', 'e2e', 'tools'];

/** Files in a workspace that make it and are no part of it. */
export const houseFiles = ['packages/*/build.ts'];

/** Packages that any test may name beside those of its workspace and of the root. */
export const testPackages = ['typebox', 'undici'];

/** Everything that any test may name beside its own workspace. */
export const testsMayImport = ['sandbox/testing', 'kit/testing/**', 'kit/**', 'contract/**', 'wire/**'];

/** A part of a workspace with narrower rules of its own. */
export interface Zone {
  readonly within: string;
  /** Parts of it to which the rules do not apply. */
  readonly except: readonly string[];
  readonly mayImport: readonly string[];
  /** Folders that no import may reach, relative ones included. */
  readonly mayNotReach: readonly string[];
  readonly node: 'all' | readonly string[];
  readonly why: string;
}

export const zones: readonly Zone[] = [
  {
    within: 'apps/hub/src/web',
    except: ['apps/hub/src/web/build.ts', 'apps/hub/src/web/testing'],
    mayImport: ['contract/*/codes', 'contract/*/facts', 'kit/text', 'ui/**'],
    mayNotReach: ['apps/hub/src/server'],
    node: [],
    why: 'screens run in a browser and know the server by its API alone',
  },
  {
    within: 'apps/hub/src/api',
    except: [],
    mayImport: ['contract/*/codes', 'kit/text'],
    mayNotReach: ['apps/hub/src/server', 'apps/hub/src/web'],
    node: [],
    why: 'shapes that both sides share lean on neither',
  },
  {
    within: 'apps/hub/src/server',
    except: [],
    mayImport: ['contract/**', 'sdk/**', 'kit/**', 'wire/**', ...CARRIER_FOR_HUB],
    mayNotReach: ['apps/hub/src/web'],
    node: 'all',
    why: 'the server hands screens out as files',
  },
];

/** One door to each of these: who wants it goes through the named place. */
export const onlyThere: Readonly<Record<string, readonly string[]>> = {
  '@electric-sql/pglite': ['packages/kit/src/db', 'bench'],
  '@e965/xlsx': ['apps/cli/src/importers'],
  '@node-rs/argon2': ['packages/kit/src/crypto.ts'],
  commander: ['apps/cli'],
  nodemailer: ['packages/kit/src/mail.ts'],
  pg: ['packages/kit/src/db', 'packages/kit/src/testing', 'bench', 'tools'],
  'pg-boss': ['packages/kit/src/jobs'],
  'pg-copy-streams': ['bench'],
  pino: ['packages/kit/src/log.ts'],
  'playwright-core': ['apps/hub/src/web/testing', 'e2e'],
  saxes: ['packages/wire'],
  typebox: [
    'packages/contract/src/**/schema',
    'packages/contract/src/**/schema.ts',
    'packages/kit',
    'apps',
    'bench',
  ],
  undici: ['apps/hub/src/server/carrier/outgoing.ts', 'packages/sdk/src/**/*.test.ts'],
  vite: ['apps/hub/src/web/build.ts', 'tools'],
};

/** What makes a pure rule depend on something else than its values. */
export const bannedInPureCode: Readonly<Record<string, RegExp>> = {
  fetch: /(?<![.\w])fetch\s*\(/,
  'Date.now': /\bDate\.now\b/,
  'new Date() without a value': /\bnew Date\(\s*\)/,
  'Math.random': /\bMath\.random\b/,
  'performance.now': /\bperformance\.now\b/,
  'process.env': /\bprocess\.env\b/,
};

/** Names that say nothing about what a file holds. */
export const emptyWords = ['manager', 'helper', 'helpers', 'util', 'utils', 'common', 'factory', 'misc'];

export const slugs = [
  ...['address-city', 'address-street', 'dangerous-goods', 'locator', 'pickup', 'pre-notification', 'rating'],
  ...['shipping', 'time-in-transit', 'quantum-view', 'tracking', 'signature-tracking', 'paperless', 'trade'],
  'oauth',
];

export const hubPlaces = [
  ...['sign-in', 'home', 'parcels', 'integrations', 'way-in', 'people', 'company', 'desk', 'account'],
  ...['audit', 'rates'],
];

/** The folders that may stand directly in a folder. */
export const knownFolders: Readonly<Record<string, readonly string[]>> = {
  'packages/contract/src': [...slugs, 'arrays', 'operation', 'published', 'response', 'schema'],
  'packages/carrier/src': [...slugs, 'accounts', 'network', 'places', 'tracking-number', 'traffic'],
  'packages/sdk/src': [...slugs, 'testing'],
  'packages/kit/src': ['db', 'http', 'jobs', 'reference', 'testing'],
  'packages/ui/src': ['parts', 'styles'],
  'apps/sandbox/src': [...slugs, 'accounts', 'carrier-users', 'control', 'edge', 'network', 'pages', 'world'],
  'apps/hub/src': ['api', 'server', 'web'],
  'apps/hub/src/server': [
    ...hubPlaces,
    'backup',
    'carrier',
    'http',
    'ingestion',
    'mail',
    'outbox',
    'retention',
  ],
  'apps/hub/src/web': [...hubPlaces, 'shell', 'testing'],
  'apps/cli/src': ['commands', 'conformance', 'importers'],
};

/** Files that a folder of a kind must hold: the same name for the same role everywhere. */
export const fileRoles: readonly { readonly folders: string; readonly holds: readonly string[] }[] = [
  ...slugs.flatMap((slug) => [
    { folders: `packages/contract/src/${slug}`, holds: ['wire.ts', 'schema.ts', 'codes.ts', 'facts.ts'] },
    { folders: `packages/sdk/src/${slug}`, holds: ['client.ts'] },
    { folders: `apps/sandbox/src/${slug}`, holds: ['operations.ts', 'store.ts'] },
  ]),
  ...hubPlaces.flatMap((place) => [
    { folders: `apps/hub/src/server/${place}`, holds: ['routes.ts'] },
    { folders: `apps/hub/src/web/${place}`, holds: ['page.tsx', 'text.ts'] },
  ]),
];

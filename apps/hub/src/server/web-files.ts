import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { extname, join, relative, sep } from 'node:path';
import { promisify } from 'node:util';
import { gzip } from 'node:zlib';
import type { EnvironmentName } from './tables.ts';

export interface WebFile {
  readonly body: Buffer;
  /** Null where packing gains nothing. */
  readonly gzipped: Buffer | null;
  readonly type: string;
  readonly etag: string;
}

/** The built screens, held in memory: small, and no path of a request ever touches the disk. */
export interface WebFiles {
  /** `/assets/index-abc.js` → the file. */
  readonly files: ReadonlyMap<string, WebFile>;
  /** The page itself, with a place for each answer's nonce. */
  readonly index: string;
}

/** What the build writes where the answer's nonce belongs. */
export const NONCE_PLACE = '__CSP_NONCE__';

const TYPES: Readonly<Record<string, string>> = {
  '.css': 'text/css; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.ico': 'image/x-icon',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.txt': 'text/plain; charset=utf-8',
  '.webmanifest': 'application/manifest+json',
  '.woff2': 'font/woff2',
};

const pack = promisify(gzip);

/** Reads a built folder; null when it holds no `index.html`. */
export async function readWebFiles(root: string): Promise<WebFiles | null> {
  const paths = await filesBelow(root);
  const index = paths.find((path) => path === 'index.html');
  if (!index) return null;
  const entries = await Promise.all(
    paths
      .filter((path) => path !== index && !path.endsWith('.map'))
      .map(async (path) => [`/${path}`, await readWebFile(join(root, path))] as const),
  );
  return { files: new Map(entries), index: await readFile(join(root, index), 'utf8') };
}

async function filesBelow(root: string): Promise<string[]> {
  try {
    const entries = await readdir(root, { recursive: true, withFileTypes: true });
    return entries
      .filter((entry) => entry.isFile())
      .map((entry) => relative(root, join(entry.parentPath, entry.name)).split(sep).join('/'));
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return [];
    throw error;
  }
}

async function readWebFile(path: string): Promise<WebFile> {
  const body = await readFile(path);
  const gzipped = await pack(body);
  return {
    body,
    gzipped: gzipped.length < body.length * 0.9 ? gzipped : null,
    type: TYPES[extname(path)] ?? 'application/octet-stream',
    etag: `"${createHash('sha256').update(body).digest('base64url').slice(0, 22)}"`,
  };
}

/** Where the page says which sides of the carrier this hub is for. */
export const ENVIRONMENTS_PLACE = '__LADING_ENVIRONMENTS__';

export interface PageFacts {
  readonly nonce: string;
  /** The hub's own, the usual one first: known before anybody signs in, and of no company. */
  readonly environments: readonly EnvironmentName[];
}

/** The page for one answer: every script and style carries the nonce of its policy. */
export function pageFor(index: string, { nonce, environments }: PageFacts): string {
  return index
    .replaceAll(NONCE_PLACE, nonce)
    .replaceAll(ENVIRONMENTS_PLACE, environments.join(' '))
    .replace(/<(script|style)(?![^>]*\bnonce=)/g, `<$1 nonce="${nonce}"`);
}

import { createPrivateKey, X509Certificate } from 'node:crypto';
import { mkdir, mkdtemp, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { Problem } from '@lading/kit/errors';
import type { Certified } from './certificates.ts';

/** What a server needs to speak TLS, and what its callers need to trust it. */
export interface Tls {
  readonly cert: string;
  readonly key: string;
  /** The authority's certificate, for `NODE_EXTRA_CA_CERTS` and the like. */
  readonly caFile: string;
  /** Removes what was made for this run only. */
  close(): Promise<void>;
}

export interface TlsOptions {
  /** Keeps the authority from one start to the next; a temporary folder when absent. */
  readonly folder: string | undefined;
  /** What the certificate is for: host names and addresses. */
  readonly names: readonly string[];
  /** Milliseconds since 1970 of the machine's clock. */
  readonly now: number;
}

const CERTIFICATE = 'ca.pem';
const KEY = 'ca-key.pem';
/** An authority that ends sooner is replaced at the start. */
const LEAST_LEFT_MS = 30 * 86_400_000;

/**
 * The authority that is kept in the folder, or a new one, and a certificate that it issues for this run.
 * @throws `TLS_AUTHORITY_DAMAGED`.
 */
export async function openTls({ folder: kept, names, now }: TlsOptions): Promise<Tls> {
  const folder = kept === undefined ? await mkdtemp(join(tmpdir(), 'lading-tls-')) : resolve(kept);
  // Loaded here: few starts need it, and it takes longer than all the rest.
  const { createAuthority, issueServer } = await import('./certificates.ts');
  await mkdir(folder, { recursive: true, mode: 0o700 });
  let authority = await readAuthority(folder);
  if (authority === undefined || endOf(authority) < now + LEAST_LEFT_MS) {
    authority = await createAuthority(names, now);
    await writeAuthority(folder, authority);
  }
  const { certificate, key } = await issueServer(authority, names, now);
  return {
    cert: certificate + authority.certificate,
    key,
    caFile: join(folder, CERTIFICATE),
    close: async () => {
      if (kept === undefined) await rm(folder, { recursive: true, force: true });
    },
  };
}

/** Undefined where none was written whole. */
async function readAuthority(folder: string): Promise<Certified | undefined> {
  const [certificate, key] = await Promise.all([read(join(folder, CERTIFICATE)), read(join(folder, KEY))]);
  if (certificate === undefined || key === undefined) return undefined;
  try {
    const isPair = new X509Certificate(certificate).checkPrivateKey(createPrivateKey(key));
    if (isPair) return { certificate, key };
  } catch (error) {
    throw damaged(folder, error);
  }
  throw damaged(folder, undefined);
}

async function read(path: string): Promise<string | undefined> {
  try {
    return await readFile(path, 'utf8');
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined;
    throw error;
  }
}

/** The certificate last: with it the authority counts as written. */
async function writeAuthority(folder: string, { certificate, key }: Certified): Promise<void> {
  await rm(join(folder, CERTIFICATE), { force: true });
  await writeWhole(join(folder, KEY), key, 0o600);
  await writeWhole(join(folder, CERTIFICATE), certificate, 0o644);
}

async function writeWhole(path: string, text: string, mode: number): Promise<void> {
  await writeFile(`${path}.tmp`, text, { mode });
  await rename(`${path}.tmp`, path);
}

function endOf({ certificate }: Certified): number {
  return Date.parse(new X509Certificate(certificate).validTo);
}

function damaged(folder: string, cause: unknown): Problem {
  return new Problem({
    code: 'TLS_AUTHORITY_DAMAGED',
    status: 500,
    text: {
      en: 'The certificate authority in {folder} cannot be read. Restore it, or remove the folder: a new one is made, which callers must then trust.',
      fr: 'L’autorité de certification dans {folder} est illisible. Restaurez-la ou supprimez le dossier : une nouvelle sera créée, à laquelle les appelants devront faire confiance.',
    },
    params: { folder },
    cause,
  });
}

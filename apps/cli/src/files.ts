import { access } from 'node:fs/promises';
import { resolve } from 'node:path';
import { Problem } from '@lading/kit/errors';
import { backupTexts } from './commands/backup-texts.ts';

/** @throws `FILE_MISSING` */
export async function requireFile(path: string): Promise<void> {
  if (await stands(path)) return;
  const params = { path: resolve(path) };
  throw new Problem({ code: 'FILE_MISSING', status: 404, text: backupTexts.fileMissing, params });
}

/** @throws `FILE_EXISTS` */
export async function requireNoFile(path: string): Promise<void> {
  if (!(await stands(path))) return;
  const params = { path: resolve(path) };
  throw new Problem({ code: 'FILE_EXISTS', status: 409, text: backupTexts.fileExists, params });
}

function stands(path: string): Promise<boolean> {
  return access(path).then(
    () => true,
    () => false,
  );
}

import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { patchFile } from '@lading/contract/published/file-patches';
import { objectOf, type PublishedDocument, publishedFiles } from '@lading/contract/published/files';
import { Problem } from '@lading/kit/errors';
import { parse } from 'yaml';

/** The carrier's files of one folder. */
export interface Specs {
  /** As the carrier wrote it. */
  written(file: string): PublishedDocument;
  /** With the patches without which it is no schema. */
  patched(file: string): PublishedDocument;
}

export const oauthFiles = ['OAuthAuthCode.yaml', 'OAuthClientCredentials.yaml'] as const;

/** Reads every file that describes one of the fourteen APIs, as YAML 1.2: older readers take `ON` for true. */
export async function loadSpecs(folder: string): Promise<Specs> {
  const names = [...new Set([...Object.values(publishedFiles), ...oauthFiles])];
  const loaded = await Promise.all(
    names.map(async (name) => {
      const written = objectOf(parse(await readText(folder, name), { version: '1.2' }));
      return [name, { written, patched: patchFile(name, written) }] as const;
    }),
  );
  return specsOf(new Map(loaded));
}

interface Loaded {
  readonly written: PublishedDocument;
  readonly patched: PublishedDocument;
}

function specsOf(files: ReadonlyMap<string, Loaded>): Specs {
  const found = (name: string): Loaded => {
    const file = files.get(name);
    if (!file) throw new RangeError(`${name} is not among the files that were read`);
    return file;
  };
  return { written: (name) => found(name).written, patched: (name) => found(name).patched };
}

async function readText(folder: string, name: string): Promise<string> {
  try {
    return await readFile(join(folder, name), 'utf8');
  } catch (cause) {
    throw new Problem({
      code: 'SPECS_MISSING',
      status: 400,
      text: {
        en: '{name} cannot be read in {folder}: --specs names the folder with the carrier’s files.',
        fr: '{name} est illisible dans {folder} : --specs désigne le dossier des fichiers du transporteur.',
      },
      params: { name, folder },
      cause,
    });
  }
}

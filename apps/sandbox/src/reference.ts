import { openLibrary } from '@lading/kit/reference/library';

/** Tables that the user imported, for all worlds of a sandbox. */
export interface Reference {
  /** What was imported of a kind, in order. */
  keys(kind: string): Promise<readonly string[]>;
  /** The table; null where it was not imported. @throws `REFERENCE_DAMAGED` */
  read(kind: string, key: string): Promise<Uint8Array | null>;
}

const nothingImported: Reference = { keys: async () => [], read: async () => null };

/** Reads the folder of `lading data import`; without one nothing was imported. */
export function openReference(folder: string | undefined): Reference {
  if (folder === undefined) return nothingImported;
  const library = openLibrary(folder);
  return {
    keys: async (kind) => {
      const entries = await library.entries();
      return entries.filter((entry) => entry.kind === kind).map(({ key }) => key);
    },
    read: (kind, key) => library.read(kind, key),
  };
}

/** Loads once, on first use; a load that failed is tried again. */
export function onFirstUse<Value>(load: () => Promise<Value>): () => Promise<Value> {
  let loaded: Promise<Value> | undefined;
  return () => {
    loaded ??= load().catch((error: unknown) => {
      loaded = undefined;
      throw error;
    });
    return loaded;
  };
}

import { collapseArrays } from '@lading/contract/arrays/wire';
import { events } from '@lading/contract/quantum-view/wire';
import { networkStore } from '../network/store.ts';
import type { Profile } from '../world/settings.ts';
import type { World } from '../world/world.ts';
import { contentOf } from './files.ts';
import type { SeenFile } from './selection.ts';

/** Contents of files asked for lately are kept up to so many bytes altogether. */
const KEPT_BYTES = 48_000_000;
/** Name and status of a file, which stand in front of its content. */
const HEAD_BYTES = 90;
const STRICT = 'v3';

const FILE_PATH = 'QuantumViewResponse/QuantumViewEvents/SubscriptionEvents/SubscriptionFile/';
const contentArrays = events.responseArrays
  .filter(({ path }) => path.startsWith(FILE_PATH))
  .map((node) => ({ ...node, path: node.path.slice(FILE_PATH.length) }));

interface Kept {
  /** By profile and version. */
  readonly tails: Map<string, Buffer>;
  /** In the strict form, by profile, once measured. */
  readonly bytes: Partial<Record<Profile, number>>;
}

const kept = new Map<SeenFile, Kept>();
let keptBytes = 0;

/**
 * What a file says, as a JSON object without its opening brace, in the shape that the version gives to arrays and the
 * world's profile to values. What a file says never changes, so the bytes are kept while there is room.
 */
export function contentTail(world: World, file: SeenFile, version: string | null): Buffer {
  const entry = touch(file);
  const { profile } = world;
  const shape = version ?? STRICT;
  const key = `${profile} ${shape}`;
  const known = entry.tails.get(key);
  if (known !== undefined) return known;
  const content = contentOf(world.state(networkStore), file.events, profile);
  const tail = Buffer.from(JSON.stringify(collapseArrays(content, contentArrays, shape)).slice(1));
  entry.tails.set(key, tail);
  keptBytes += tail.byteLength;
  makeRoom();
  return tail;
}

/** Bytes of the whole file as JSON in the strict form. */
export function contentBytes(world: World, file: SeenFile): number {
  const entry = touch(file);
  const known = entry.bytes[world.profile];
  if (known !== undefined) return known;
  const bytes = contentTail(world, file, STRICT).byteLength + 1 + HEAD_BYTES;
  entry.bytes[world.profile] = bytes;
  return bytes;
}

/** The entry of a file, moved behind all others: those in front are the first to go. */
function touch(file: SeenFile): Kept {
  const entry = kept.get(file) ?? { tails: new Map(), bytes: {} };
  kept.delete(file);
  kept.set(file, entry);
  return entry;
}

function makeRoom(): void {
  for (const [file, entry] of kept) {
    if (keptBytes <= KEPT_BYTES || kept.size === 1) return;
    kept.delete(file);
    for (const tail of entry.tails.values()) keptBytes -= tail.byteLength;
  }
}

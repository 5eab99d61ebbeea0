import { createHash, randomBytes } from 'node:crypto';

/** Where identifiers and tokens come from; injected, so that tests and seeded worlds repeat themselves. */
export interface Ids {
  /** UUID version 7: sorts by the time of its making. */
  uuid(): string;
  /** `bytes` of randomness as base64url. */
  token(bytes: number): string;
}

export const randomIds: Ids = {
  uuid: () => uuidV7(Date.now(), randomBytes(10)),
  token: (bytes) => randomBytes(bytes).toString('base64url'),
};

/** The same identifiers in the same order for the same seed. For tests and seeded demos, never for secrets. */
export function seededIds(seed: string | number): Ids {
  let drawn = 0;
  const draw = (bytes: number): Buffer => {
    const blocks: Buffer[] = [];
    while (blocks.length * 32 < bytes) {
      blocks.push(createHash('sha256').update(`${seed}\n${drawn}`).digest());
      drawn += 1;
    }
    return Buffer.concat(blocks).subarray(0, bytes);
  };
  return {
    uuid: () => uuidV7(drawn, draw(10)),
    token: (bytes) => draw(bytes).toString('base64url'),
  };
}

/** RFC 9562, version 7: 48 bits of milliseconds, then version and variant among random bits. */
function uuidV7(milliseconds: number, random: Buffer): string {
  const bytes = Buffer.alloc(16);
  bytes.writeUIntBE(milliseconds, 0, 6);
  random.copy(bytes, 6, 0, 10);
  bytes.writeUInt8((bytes.readUInt8(6) & 0x0f) | 0x70, 6);
  bytes.writeUInt8((bytes.readUInt8(8) & 0x3f) | 0x80, 8);
  return bytes.toString('hex').replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
}

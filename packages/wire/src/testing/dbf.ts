/** A dBASE III table as bytes, every field of text, 20 wide. */
export function dbfOf(fields: readonly string[], rows: readonly (readonly string[])[]): Uint8Array {
  const width = 20;
  const head = Buffer.alloc(32 + fields.length * 32 + 1);
  head[0] = 0x03;
  head.writeUInt32LE(rows.length, 4);
  head.writeUInt16LE(head.length, 8);
  head.writeUInt16LE(1 + fields.length * width, 10);
  fields.forEach((name, at) => {
    head.write(name, 32 + at * 32, 'latin1');
    head.write('C', 32 + at * 32 + 11, 'latin1');
    head[32 + at * 32 + 16] = width;
  });
  head[head.length - 1] = 0x0d;
  const records = rows.map((row) => {
    const record = Buffer.alloc(1 + fields.length * width, ' ');
    row.forEach((cell, at) => {
      record.write(cell, 1 + at * width, width, 'utf8');
    });
    return record;
  });
  return Buffer.concat([head, ...records]);
}

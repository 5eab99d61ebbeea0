import { gunzipSync } from 'node:zlib';
import { sql } from 'kysely';
import { NO_COMPANY } from '../../outbox/store.ts';
import type { HubDatabase } from '../../testing.ts';
import { readable } from './rows.ts';

/** What must be seen nowhere: by name, in every form in which a program could have written it down. */
export class Secrets {
  readonly #values = new Map<string, string>();

  /** Gives the value back, so that it can be planted where it is named. */
  keep(name: string, value: string): string {
    if (value.length < 6) throw new TypeError(`${name} is too short to be found by chance alone.`);
    this.#values.set(name, value);
    return value;
  }

  get names(): readonly string[] {
    return [...this.#values.keys()];
  }

  /** `clientSecret as base64`, for each that stands in the text. */
  foundIn(text: string, except: readonly string[] = []): string[] {
    const small = text.toLowerCase();
    return [...this.#values].flatMap(([name, value]) =>
      except.includes(name)
        ? []
        : Object.entries(formsOf(value)).flatMap(([form, written]) =>
            written.some((one) => (form === 'hex' ? small : text).includes(one))
              ? [`${name} as ${form}`]
              : [],
          ),
    );
  }
}

function formsOf(value: string): Readonly<Record<string, readonly string[]>> {
  return {
    itself: [value],
    'JSON in JSON': escapedForms(value),
    'part of an address': [encodeURIComponent(value), new URLSearchParams({ v: value }).toString().slice(2)],
    base64: [0, 1, 2].flatMap((before) => aligned(value, before)),
    hex: [Buffer.from(value).toString('hex')],
  };
}

/** Escaped up to three times over, where that changes anything. */
function escapedForms(value: string): string[] {
  const quoted = (text: string) => JSON.stringify(text).slice(1, -1);
  const once = quoted(value);
  return [once, quoted(once), quoted(quoted(once))].filter((form) => form !== value);
}

/** The signs of base64 that are the same whatever stands before and after. */
function aligned(value: string, before: number): string[] {
  const coded = Buffer.concat([Buffer.alloc(before), Buffer.from(value)])
    .toString('base64')
    .replace(/=+$/, '');
  const kept = coded.slice(before === 0 ? 0 : before + 1, -1);
  return [kept, kept.replaceAll('+', '-').replaceAll('/', '_')];
}

/** Every row of every table that either serving role can read, with packed bytes unpacked. */
export async function dumpOf({ door }: HubDatabase, tenantIds: readonly string[]): Promise<string> {
  const parts: string[] = [];
  for (const tenantId of [...tenantIds, NO_COMPANY]) {
    parts.push(...(await door.asTenant(tenantId, dumpTables)));
    const answers = await door.asTenant(tenantId, (tx) =>
      tx.selectFrom('raw_answers').select('body_gzip').execute(),
    );
    parts.push(...answers.map(({ body_gzip }) => gunzipSync(body_gzip).toString('utf8')));
  }
  return [...parts, ...(await door.asDesk(dumpTables))].join('\n');
}

async function dumpTables(tx: Parameters<typeof readable>[0]): Promise<string[]> {
  const parts: string[] = [];
  for (const { table, columns } of await readable(tx)) {
    const list = sql.join(columns.map((column) => sql.ref(column)));
    const { rows } = await sql<{
      line: string;
    }>`select row(${list})::text as line from ${sql.table(table)}`.execute(tx);
    // A row's text doubles the quotes inside its members.
    parts.push(
      ...rows.map(({ line }) => `${table} ${line}\n${line.replaceAll('""', '"').replaceAll('\\\\', '\\')}`),
    );
  }
  return parts;
}

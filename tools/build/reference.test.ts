import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { root } from '../run.ts';
import { readDeclarations, writeReference } from './reference.ts';

let folder = '';
let pages: readonly string[] = [];
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'lading-reference-test-'));
  pages = await writeReference(folder);
}, 120_000);
afterAll(() => rm(folder, { recursive: true, force: true }));

const page = (name: string) => readFile(join(folder, name), 'utf8');

describe('the reference of the SDK', () => {
  it('stands in docs/reference as the sources say it; npm run docs writes it', async () => {
    const kept = join(root, 'docs', 'reference');
    expect((await readdir(kept)).sort()).toEqual([...pages].sort());
    for (const name of pages) expect(await readFile(join(kept, name), 'utf8')).toBe(await page(name));
  });

  it('has every method with its signature and a sentence', async () => {
    let methods = 0;
    for (const name of pages.filter((one) => one !== 'README.md')) {
      for (const [, head, code, words] of (await page(name)).matchAll(
        /^## (ups\.\w+\.\w+)\n\n```ts\n([\s\S]+?)\n```\n\n([^\n]+)/gm,
      )) {
        methods += 1;
        expect({ head, code }).toEqual({ head, code: expect.stringMatching(/^\w+\([\s\S]*\): .+;$/) });
        expect({ head, words }).toEqual({ head, words: expect.stringMatching(/\w{3}/) });
      }
    }
    expect(methods).toBe(36);
  });

  it('tells units and grades of members', async () => {
    const rating = await page('rating.md');
    expect(rating).toMatch(/\| In the unit beside it\. \| .*`PackageWeight\/Weight`/);
    expect(rating).toContain("Members are as they are published: the carrier's Rating.yaml, 2026-07-21, but");
    expect(rating).toMatch(/TimeInTransit\/Disclaimer` \| kind \| observed: recorded answers/);
    expect(await page('oauth.md')).toContain('## How it is known');
  });
});

describe('reading declarations', () => {
  it('keeps documentation with what it documents', () => {
    const text = `/** One. */
export interface Ways {
    /**
     * Goes there.
     *
     * @throws Error when
     *   it cannot.
     * @example
     * go('there');
     */
    go(where: string, how?: {
        fast: boolean;
    }): Promise<void>;
    readonly name?: string;
}
export type Way = string;
`;
    const [ways, way] = readDeclarations(text);
    expect([ways?.name, ways?.doc.text, way?.name]).toEqual(['Ways', 'One.', 'Way']);
    expect(ways?.members.map(({ name }) => name)).toEqual(['go', 'name']);
    expect(ways?.members[0]?.doc).toEqual({
      text: 'Goes there.',
      tags: [{ name: 'throws', text: 'Error when it cannot.' }],
      example: "go('there');",
    });
  });
});

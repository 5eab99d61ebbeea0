import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Slug, slugs } from '@lading/contract/operation';
import { membersSections } from './reference-members.ts';
import { writeTypes } from './sdk.ts';

/** One thing that a declaration file exports, or one member of it. */
export interface Declared {
  readonly name: string;
  /** As the compiler writes it, without its documentation. */
  readonly code: string;
  readonly doc: Doc;
  readonly members: readonly Declared[];
}

/** A documentation comment, taken apart. */
export interface Doc {
  readonly text: string;
  /** `@throws`, `@param`, `@returns`, with their words. */
  readonly tags: readonly { readonly name: string; readonly text: string }[];
  readonly example: string | undefined;
}

/** Writes the reference of the SDK, a page per API, from the declarations that are published. */
export async function writeReference(folder: string): Promise<readonly string[]> {
  const types = await mkdtemp(join(tmpdir(), 'lading-reference-'));
  try {
    await writeTypes(types);
    await mkdir(folder, { recursive: true });
    const pages = await Promise.all(slugs.map((slug) => pageOf(slug, types)));
    for (const [name, text] of [...pages, indexPage()]) await writeFile(join(folder, name), text);
    return [...pages, indexPage()].map(([name]) => name);
  } finally {
    await rm(types, { recursive: true, force: true });
  }
}

async function pageOf(slug: Slug, types: string): Promise<readonly [string, string]> {
  const text = await readFile(join(types, 'sdk', 'src', slug, 'client.d.ts'), 'utf8');
  const declared = readDeclarations(text);
  const client = declared.find(({ name }) => name.endsWith('Client'));
  if (client === undefined) throw new Error(`${slug} declares no client`);
  const member = slug.replaceAll(/-(\w)/g, (_all, letter: string) => letter.toUpperCase());
  const others = declared.filter((one) => one !== client && one.code.startsWith('export interface'));
  const parts = [
    `# ups.${member}\n\n${client.doc.text}`,
    ...client.members.map((method) => `## ups.${member}.${method.name}\n\n${sectionOf(method)}`),
    ...others.map((one) => `## ${one.name}\n\n${one.doc.text}\n\n${tableOf(one.members)}`),
    ...(await membersSections(slug)),
  ];
  return [`${slug}.md`, `${GENERATED}${parts.join('\n\n')}\n`];
}

const GENERATED =
  '<!-- Written by `npm run docs` from packages/sdk and packages/contract; change it there. -->\n\n';

function indexPage(): readonly [string, string] {
  const rows = slugs.map((slug) => `- [${slug}](${slug}.md)`);
  const text = `# Reference of the SDK\n\nA page per API. How to begin: [docs/apis](../apis/oauth.md). Codes: [docs/errors](../errors/README.md).\n\n${rows.join('\n')}\n`;
  return ['README.md', GENERATED + text];
}

function sectionOf({ code, doc }: Declared): string {
  const tags = doc.tags.map(({ name, text }) => `- *${name}* ${text}`.trimEnd());
  const example = doc.example === undefined ? [] : [`\`\`\`ts\n${doc.example}\n\`\`\``];
  return [
    `\`\`\`ts\n${code}\n\`\`\``,
    doc.text,
    ...(tags.length === 0 ? [] : [tags.join('\n')]),
    ...example,
  ].join('\n\n');
}

function tableOf(members: readonly Declared[]): string {
  const rows = members.map(({ code, doc }) => `| \`${cell(code.replace(/;$/, ''))}\` | ${cell(doc.text)} |`);
  return ['| member | |', '|---|---|', ...rows].join('\n');
}

function cell(text: string): string {
  return text.replaceAll(/\s+/g, ' ').replaceAll('|', '\\|');
}

/** The exported declarations of a file as the compiler writes it: four blanks per level, a comment above each. */
export function readDeclarations(text: string): readonly Declared[] {
  const comment = /((?:\/\*\*(?:(?!\*\/)[\s\S])*\*\/\n)?)/.source;
  const declaration = /(export (?:interface (\w+)[\s\S]*?^\}|(?:type|declare function) (\w+)[\s\S]*?;$))/
    .source;
  const found = text.matchAll(new RegExp(comment + declaration, 'gm'));
  return [...found].map(([, above = '', code = '', name, other = '']) => ({
    name: name ?? other,
    code,
    doc: readDoc(above),
    members: name === undefined ? [] : membersOf(code),
  }));
}

function membersOf(code: string): readonly Declared[] {
  const found = code.matchAll(
    /((?: {4}\/\*\*(?:(?!\*\/)[\s\S])*\*\/\n)?) {4}((?:readonly )?(\w+)\??[(:][\s\S]*?;)$(?=\n(?: {4}[^\s}]|\}))/gm,
  );
  return [...found].map(([, comment = '', member = '', name = '']) => ({
    name,
    code: member.replaceAll(/^ {4}/gm, ''),
    doc: readDoc(comment),
    members: [],
  }));
}

function readDoc(comment: string): Doc {
  const lines = comment.replaceAll(/^\s*\/\*\*\s?|\s*\*\/\s*$/g, '').replaceAll(/^\s*\* ?/gm, '');
  const [text = '', ...blocks] = lines.split(/^@/m);
  const tags = blocks.map((block) => {
    const [, name = '', words = ''] = /^(\w+)\s?([\s\S]*)$/.exec(block) ?? [];
    return { name, text: words.trim() };
  });
  const example = tags.find(({ name }) => name === 'example')?.text;
  const others = tags.filter(({ name }) => name !== 'example');
  return {
    text: text.trim(),
    tags: others.map((tag) => ({ ...tag, text: tag.text.replaceAll(/\s+/g, ' ') })),
    example,
  };
}

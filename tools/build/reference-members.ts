import { allOperations } from '@lading/contract/catalogue';
import type { Slug } from '@lading/contract/operation';
import { deviationsOf } from '@lading/contract/published/deviations';
import { defaultEvidence } from '@lading/contract/schema/annotated';
import { documentsOf } from '@lading/contract/schema/documents';
import { UNIT } from '@lading/contract/schema/notation';
import { type Unit, units } from '@lading/contract/schema/units';
import type { Stated } from '@lading/contract/stated';
import { isObject } from '@lading/sdk/json';

/** What an API's members count in, and how they are known, where that is not the default; as Markdown. */
export async function membersSections(slug: Slug): Promise<readonly string[]> {
  return [...(await unitsSection(slug)), evidenceSection(slug)];
}

async function unitsSection(slug: Slug): Promise<readonly string[]> {
  const byUnit = new Map<Unit, Set<string>>();
  for (const { id } of allOperations.filter((operation) => operation.slug === slug)) {
    const documents = await documentsOf(id);
    for (const schema of [documents?.request, documents?.response]) collectUnits(schema, [], byUnit);
  }
  if (byUnit.size === 0) return [];
  const rows = [...byUnit].map(([unit, members]) => `| ${units[unit]} | ${named([...members].sort())} |`);
  const intro = 'Other members count pieces or are no numbers.';
  return [`## Units\n\n${intro}\n\n${table(['unit', 'members'], rows)}`];
}

function collectUnits(schema: unknown, path: readonly string[], byUnit: Map<Unit, Set<string>>): void {
  if (!isObject(schema)) return;
  const unit = schema[UNIT] as Unit | undefined;
  if (unit !== undefined) byUnit.set(unit, (byUnit.get(unit) ?? new Set()).add(path.slice(-2).join('/')));
  const alternatives = Array.isArray(schema.anyOf) ? schema.anyOf : [];
  for (const inside of [schema.items, ...alternatives]) collectUnits(inside, path, byUnit);
  for (const [name, member] of Object.entries(isObject(schema.properties) ? schema.properties : {})) {
    collectUnits(member, [...path, name], byUnit);
  }
}

function evidenceSection(slug: Slug): string {
  const rows = deviationsOf(slug).map(
    ({ aspect, paths, why, ...stated }) => `| ${named(paths)} | ${aspect} | ${known(stated)} | ${why} |`,
  );
  const intro = `Members are as they are ${known(defaultEvidence(slug))}`;
  if (rows.length === 0) return `## How it is known\n\n${intro}.`;
  const rest = `${intro}, but for these:`;
  return `## How it is known\n\n${rest}\n\n${table(['members', 'differ in', 'known', 'why'], rows)}`;
}

function known({ evidence, source, date }: Stated): string {
  return `${evidence}: ${[source, date].filter((part) => part !== undefined).join(', ')}`;
}

function named(paths: readonly string[]): string {
  return paths.map((path) => `\`${path}\``).join('<br>');
}

function table(heads: readonly string[], rows: readonly string[]): string {
  return [`| ${heads.join(' | ')} |`, `|${'---|'.repeat(heads.length)}`, ...rows].join('\n');
}

import type { Deviation } from '../deviation.ts';
import type { WireOperation } from '../operation.ts';
import { LENGTH_IS_GREATEST, PRESENCE } from '../schema/notation.ts';
import { isObject, type PublishedDocument, type PublishedOperation } from './files.ts';
import type { Node } from './nodes.ts';

/** A member of a document that our schema and the carrier's file describe otherwise: `path aspect`. */
export type Difference = `${string} ${Deviation['aspect']}`;

const ASPECTS = ['kind', 'required', 'length', 'values', 'pattern', 'since', 'empty'] as const;

/** Everything in which two descriptions of one document differ, in the order of the paths. */
export function differences(
  theirs: ReadonlyMap<string, Node>,
  ours: ReadonlyMap<string, Node>,
): Difference[] {
  const paths = [...new Set([...theirs.keys(), ...ours.keys()])].sort();
  return paths.flatMap((path): Difference[] => {
    const [file, here] = [theirs.get(path), ours.get(path)];
    if (file === undefined) return [`${path} added`];
    if (here === undefined) return [`${path} missing`];
    return ASPECTS.filter((aspect) => !isSame(aspect, file, here)).map(
      (aspect): Difference => `${path} ${aspect}`,
    );
  });
}

function isSame(aspect: (typeof ASPECTS)[number], file: Node, here: Node): boolean {
  return file[aspect] === here[aspect] || (aspect === 'length' && isLengthExplained(file, here));
}

/**
 * Two habits of the files are explained once for all members. The greatest length stands where the only one
 * should: 750 members, among them values that the file itself gives shorter. And the content of a tag whose presence
 * says yes has a length, though it is mostly empty. Members of a pattern have their length in it.
 */
function isLengthExplained(file: Node, here: Node): boolean {
  if (here.marks.has(PRESENCE)) return true;
  if (file.pattern !== '' && file.pattern === here.pattern) return true;
  const [from, to] = file.length.split('..');
  return here.marks.has(LENGTH_IS_GREATEST) && from === to && here.length === `1..${to}`;
}

/** In which ways an operation's own description differs from its entry in the file; empty where in none. */
export function operationDifferences(
  wire: WireOperation,
  { current, deprecated }: PublishedOperation,
): string[] {
  const parameters = listOf(current.parameters);
  const named = (kind: string) => parameters.filter((one) => one.in === kind && one.name !== 'version');
  const inPathOrQuery = [...named('path'), ...named('query')];
  const file = {
    parameters: inPathOrQuery.map(
      (one) => `${String(one.in)} ${String(one.name)}${one.required === true ? '*' : ''}`,
    ),
    headers: named('header').map(
      (one) => `${String(one.name).toLowerCase()}${one.required === true ? '*' : ''}`,
    ),
    statuses: Object.keys(isObject(current.responses) ? current.responses : {}),
    current: [String(parameterDefault(parameters, 'version'))],
    deprecated: [String(deprecated !== undefined && deprecated !== current)],
  };
  const here: Record<keyof typeof file, string[]> = {
    parameters: wire.parameters.map((one) => `${one.in} ${one.name}${one.required ? '*' : ''}`),
    headers: wire.headers.map(({ name, required }) => `${name}${required ? '*' : ''}`),
    statuses: wire.statuses.map(String),
    current: [String(wire.currentVersion ?? undefined)],
    deprecated: [String(wire.deprecatedVersions.length > 0)],
  };
  const aspects = ['parameters', 'headers', 'statuses', 'current', 'deprecated'] as const;
  return aspects
    .filter((aspect) => [...file[aspect]].sort().join() !== [...here[aspect]].sort().join())
    .map(
      (aspect) =>
        `${aspect}: the file says ${file[aspect].join(', ')}, the contract ${here[aspect].join(', ')}`,
    );
}

function listOf(value: unknown): PublishedDocument[] {
  return Array.isArray(value) ? value.filter(isObject) : [];
}

function parameterDefault(parameters: readonly PublishedDocument[], name: string): unknown {
  const found = parameters.find((one) => one.name === name);
  return found && isObject(found.schema) ? found.schema.default : undefined;
}

import type { WireOperation } from '../operation.ts';
import type { Documents } from '../schema/documents.ts';
import { deviationsOf } from './deviations.ts';
import { differences, operationDifferences } from './differences.ts';
import { type PublishedDocument, publishedOperation, requestSchema, responseSchema } from './files.ts';
import { nodesOf } from './nodes.ts';

/** How an operation of the contract stands beside its entry in the carrier's file. */
export interface Comparison {
  /** Members of its documents that were looked at. */
  readonly members: number;
  /** Differences that the deviations explain. */
  readonly explained: number;
  /** One line each: differences without an explanation, and explanations without a difference. */
  readonly unexplained: readonly string[];
}

/** Holds an operation with its documents against the carrier's file. */
export function compareOperation(
  wire: WireOperation,
  documents: Documents,
  root: PublishedDocument,
): Comparison {
  const operation = publishedOperation(root, wire);
  if (!operation) {
    return { members: 0, explained: 0, unexplained: [`the file has no ${wire.method} ${wire.path}`] };
  }
  const pairs: [unknown, unknown][] = [[responseSchema(operation.current), documents.response]];
  if (documents.request) pairs.push([requestSchema(operation.current), documents.request]);
  const compared = pairs.map(([theirs, ours]) => compareDocument(wire, theirs, ours, root));
  return {
    members: compared.reduce((sum, { members }) => sum + members, 0),
    explained: compared.reduce((sum, { explained }) => sum + explained, 0),
    unexplained: [
      ...operationDifferences(wire, operation),
      ...compared.flatMap(({ unexplained }) => unexplained),
    ],
  };
}

function compareDocument(
  { slug }: WireOperation,
  theirSchema: unknown,
  ourSchema: unknown,
  root: PublishedDocument,
): Comparison {
  const [theirs, ours] = [nodesOf(theirSchema, root), nodesOf(ourSchema)];
  const found = new Set<string>(differences(theirs, ours));
  const stated = new Set(
    deviationsOf(slug).flatMap(({ aspect, paths }) =>
      paths
        .filter((path) => ours.has(path) && !(aspect === 'added' && theirs.has(path)))
        .map((path) => `${path} ${aspect}`),
    ),
  );
  const unexplained = [...found].filter((one) => !stated.has(one)).map((one) => `${one}: not explained`);
  const idle = [...stated].filter((one) => !found.has(one)).map((one) => `${one}: explains nothing`);
  return {
    members: theirs.size,
    explained: found.size - unexplained.length,
    unexplained: [...unexplained, ...idle],
  };
}

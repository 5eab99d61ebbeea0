import { AuthorizedToken, ClientCredentialsToken } from '@lading/contract/oauth/schema';
import type { WireOperation } from '@lading/contract/operation';
import {
  follow,
  type PublishedDocument,
  publishedFiles,
  publishedOperation,
} from '@lading/contract/published/files';
import { type Documents, documentsOf } from '@lading/contract/schema/documents';
import type { Specs } from './specs.ts';

/** One operation of the contract beside its entry in the carrier's file. */
export interface Subject {
  readonly wire: WireOperation;
  /** Our schemas; absent where the operation has no JSON documents. */
  readonly documents?: Documents;
  /** The file, patched. */
  readonly root: PublishedDocument;
  readonly entry?: PublishedDocument;
  /** The schema of a success. */
  readonly answerSchema?: unknown;
}

/** Everything that is known of an operation. */
export async function subjectOf(wire: WireOperation, specs: Specs): Promise<Subject> {
  if (wire.slug === 'oauth') return oauthSubject(wire, specs);
  const root = specs.patched(publishedFiles[wire.slug]);
  const entry = publishedOperation(root, wire)?.current;
  const documents = await documentsOf(wire.id);
  return { wire, root, ...(entry ? { entry } : {}), ...(documents ? { documents } : {}) };
}

/** OAuth's addresses stand in two files, with paths of their own. */
const OAUTH = {
  'oauth.token': ['OAuthClientCredentials.yaml', 'tokenSuccessResponse', ClientCredentialsToken],
  'oauth.refresh': ['OAuthAuthCode.yaml', 'refreshTokenSuccessResponse', AuthorizedToken],
} as const;

function oauthSubject(wire: WireOperation, specs: Specs): Subject {
  const known = wire.id in OAUTH ? OAUTH[wire.id as keyof typeof OAUTH] : undefined;
  if (!known) return { wire, root: specs.patched('OAuthAuthCode.yaml') };
  const [file, schema, response] = known;
  const root = specs.patched(file);
  const answerSchema = follow(root, ['components', 'schemas', schema]);
  return { wire, root, documents: { response }, answerSchema };
}

import { allOperations } from '@lading/contract/catalogue';
import { gatewayErrors } from '@lading/contract/response/codes';
import { createRoutes, type FindOperation } from './edge/routes.ts';
import { type RegisteredOperation, refuse } from './registry.ts';

/** Gives the operation of the contract that is asked for, where this sandbox does not have it. */
export type FindMissing = (...asked: Parameters<FindOperation>) => string | undefined;

/**
 * Tells an operation that is not there yet from an address that never was, so that nobody looks for a mistake of
 * their own. Made when it is first wanted.
 */
export function findMissing(present: readonly RegisteredOperation[]): FindMissing {
  let find: FindOperation | undefined;
  return (...asked) => {
    find ??= createRoutes(absent(present));
    return find(...asked)?.operation.wire.id;
  };
}

function absent(present: readonly RegisteredOperation[]): readonly RegisteredOperation[] {
  const ids = new Set(present.map(({ wire }) => wire.id));
  const handle = async () => refuse(gatewayErrors.versionUnknown);
  return allOperations.filter(({ id }) => !ids.has(id)).map((wire) => ({ wire, handle }));
}

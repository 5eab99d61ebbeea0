import type { Done, WayIn } from '../../api/way-in.ts';
import type { IntegrationStatusName, IntegrationTypeName } from '../tables.ts';

/** An integration as far as the way in asks: how it stands, who authorized it, what customer success said. */
export interface Standing {
  readonly integrationId: string;
  readonly type: IntegrationTypeName;
  readonly status: IntegrationStatusName;
  readonly authorizedAt: Date | null;
  readonly authorizedBy: string | null;
  readonly validatedAt: Date | null;
  readonly validatedBy: string | null;
}

const NEAREST: readonly IntegrationStatusName[] = ['authorized', 'reauthorization-required', 'pending'];

/** The fourth step, as the integration that came furthest tells it; among equals the first given. */
export function authorizationOf(integrations: readonly Standing[]): WayIn['authorization'] {
  const [furthest] = [...integrations].sort((a, b) => NEAREST.indexOf(a.status) - NEAREST.indexOf(b.status));
  if (!furthest) return null;
  const { integrationId, status, authorizedAt, authorizedBy } = furthest;
  const done =
    status === 'authorized' && authorizedAt
      ? { at: authorizedAt.toISOString(), by: authorizedBy ?? '—' }
      : null;
  return { integrationId, status, done, validated: validationOf(furthest) };
}

/** A validation speaks of the authorization that stood then: a later one, or a lost one, is to be looked at anew. */
export function validationOf(
  integration: Omit<Standing, 'integrationId' | 'type' | 'authorizedBy'>,
): Done | null {
  const { status, authorizedAt, validatedAt, validatedBy } = integration;
  if (status !== 'authorized' || !authorizedAt || !validatedAt || validatedBy === null) return null;
  return validatedAt >= authorizedAt ? { at: validatedAt.toISOString(), by: validatedBy } : null;
}

/** Applications of its own sign in for the company: no carrier user has to be established or handed over. */
export function hasOnlyOwnApplications(integrations: readonly Pick<Standing, 'type'>[]): boolean {
  return integrations.length > 0 && integrations.every(({ type }) => type === 'ups-quantum-view-data-own');
}

/** A company has come over when one of its integrations was authorized, be that to be renewed by now. */
export function isMigrated(integrations: readonly Pick<Standing, 'authorizedAt'>[]): boolean {
  return integrations.some(({ authorizedAt }) => authorizedAt !== null);
}

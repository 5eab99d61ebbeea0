import { Problem } from '@lading/kit/errors';
import { isCarrierFault } from '@lading/sdk/errors';
import type { Integration, OwnApplication } from '../../api/integrations.ts';
import { putApplication } from '../carrier/applications.ts';
import { type CarrierTrouble, isRefusedApplication, troubleOf } from '../carrier/faults.ts';
import { type IssuedTokens, putGrant } from '../carrier/grants.ts';
import { sealTokens } from '../carrier/tokens.ts';
import type { Hub } from '../hub.ts';
import { selfTest } from './self-test.ts';
import { type Administrator, audit, found, otherEnvironment, otherType } from './service.ts';
import type { StoredIntegration } from './store.ts';
import { lockIntegration, makeDue, markAuthorized } from './store.ts';

/**
 * Signs in with an application of the company's own and, where the carrier lets it, keeps it in place of whatever
 * was there: authorized, tested, due. Where the carrier refuses, nothing changes.
 * @throws `OTHER_TYPE`, `OTHER_ENVIRONMENT`, `APPLICATION_REFUSED`, `CARRIER_UNREACHED`
 */
export async function useApplication(
  hub: Hub,
  by: Administrator & { readonly name: string },
  integrationId: string,
  application: OwnApplication,
): Promise<Integration> {
  const { integration } = await hub.door.asTenant(by.tenantId, (tx) => found(tx, by.tenantId, integrationId));
  if (integration.type !== 'ups-quantum-view-data-own') throw otherType();
  const issued = await signIn(hub, integration.environment, application);
  await store(hub, by, integrationId, application, issued);
  const tested = await selfTest(hub, by, integrationId);
  hub.wake();
  return tested;
}

async function signIn(
  hub: Hub,
  environment: StoredIntegration['integration']['environment'],
  application: OwnApplication,
): Promise<IssuedTokens> {
  let issued: IssuedTokens | null;
  try {
    issued = await hub.carrier.signIn(environment, application);
  } catch (error) {
    if (!isCarrierFault(error)) throw error;
    throw isRefusedApplication(error) ? refused(troubleOf(error)) : unreached(troubleOf(error));
  }
  if (issued === null) throw otherEnvironment(environment);
  return issued;
}

async function store(
  hub: Hub,
  by: Administrator & { readonly name: string },
  integrationId: string,
  application: OwnApplication,
  issued: IssuedTokens,
): Promise<void> {
  const at = new Date(hub.clock.now());
  const key = { tenantId: by.tenantId, integrationId };
  const sealed = sealTokens(hub.sealer, by.tenantId, issued);
  const { clientId, accountNumber } = application;
  await hub.door.asTenant(by.tenantId, async (tx) => {
    await lockIntegration(tx, by.tenantId, integrationId);
    const before = await found(tx, by.tenantId, integrationId);
    await putApplication(tx, hub.sealer, key, application, { at, userId: by.userId, name: by.name });
    await putGrant(tx, { ...key, at }, issued, sealed);
    await markAuthorized(tx, by.tenantId, integrationId, { userId: by.userId, at });
    await makeDue(tx, by.tenantId, integrationId, at);
    await audit(hub, tx, by, 'integration.use-application', integrationId, {
      before: { status: before.integration.status, ...before.application },
      after: { status: 'authorized', clientId, accountNumber },
    });
  });
}

const refused = ({ code, message }: CarrierTrouble): Problem =>
  new Problem({
    code: 'APPLICATION_REFUSED',
    status: 422,
    text: {
      en: 'The carrier refuses this application: {message} ({code}). Compare the client id, the client secret and the account number with the carrier’s developer portal: the account must be one of those that the application belongs to. Nothing was changed.',
      fr: 'Le transporteur refuse cette application : {message} ({code}). Comparez l’identifiant client, le secret client et le numéro de compte avec le portail des développeurs du transporteur : le compte doit être l’un de ceux auxquels l’application appartient. Rien n’a été modifié.',
    },
    params: { code, message },
    details: { code, message },
  });

const unreached = ({ code, message }: CarrierTrouble): Problem =>
  new Problem({
    code: 'CARRIER_UNREACHED',
    status: 502,
    text: {
      en: 'The carrier could not be asked: {message} ({code}). Nothing was changed; try again later.',
      fr: 'Le transporteur n’a pas pu être consulté : {message} ({code}). Rien n’a été modifié; réessayez plus tard.',
    },
    params: { code, message },
    details: { code, message },
  });

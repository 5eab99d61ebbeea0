import type { Client } from '@lading/sdk/client';
import type { Integration, SelfTest } from '../../api/integrations.ts';
import type { CarrierTrouble } from '../carrier/faults.ts';
import type { Hub } from '../hub.ts';
import { probeSubscription, type SubscriptionProbe } from './probe.ts';
import { type Administrator, audit, found, notAuthorized, otherEnvironment } from './service.ts';
import { toIntegration } from './shapes.ts';
import { setCarrierStatus, storeSelfTest } from './store.ts';

/** Whatever the carrier does, a person waits no longer than this. */
const LONGEST_MS = 45_000;

/** The test on demand: only for an integration that has been authorized with this hub's carrier. */
export async function runSelfTest(hub: Hub, by: Administrator, integrationId: string): Promise<Integration> {
  const { integration } = await hub.door.asTenant(by.tenantId, (tx) => found(tx, by.tenantId, integrationId));
  if (integration.status === 'pending') throw notAuthorized();
  const { environment } = integration;
  if (!hub.carrier.client(environment)) throw otherEnvironment(environment);
  return selfTest(hub, by, integrationId);
}

/**
 * Token, then each subscription by its name and **by date only**: nothing is consumed. The result is stored with
 * the integration; what the carrier calls the subscriptions and their status goes to their rows.
 */
export async function selfTest(hub: Hub, by: Administrator, integrationId: string): Promise<Integration> {
  const opening = await hub.carrier.open(by.tenantId, integrationId);
  const { subscriptions } = await hub.door.asTenant(by.tenantId, (tx) =>
    found(tx, by.tenantId, integrationId),
  );
  const names = subscriptions.map((each) => each.name);
  const probes = opening.kind === 'ready' ? await probeAll(hub, opening, names) : [];
  const trouble = opening.kind === 'ready' ? tokenTrouble(probes) : troubleOfOpening(opening);
  const at = new Date(hub.clock.now());
  const result = toSelfTest(at, trouble, names, probes);
  return hub.door.asTenant(by.tenantId, async (tx) => {
    await storeSelfTest(tx, by.tenantId, integrationId, result);
    for (const probe of probes) await setCarrierStatus(tx, by.tenantId, integrationId, probe);
    await audit(hub, tx, by, 'integration.self-test', integrationId, { after: summaryOf(result) });
    return toIntegration(await found(tx, by.tenantId, integrationId));
  });
}

async function probeAll(
  hub: Hub,
  { client, accessToken }: { readonly client: Client; readonly accessToken: string },
  names: readonly string[],
): Promise<SubscriptionProbe[]> {
  const signal = AbortSignal.timeout(LONGEST_MS);
  const nowMs = hub.clock.now();
  const probes: SubscriptionProbe[] = [];
  for (const name of names) {
    probes.push(await probeSubscription(client, { accessToken, name, nowMs, signal }));
  }
  return probes;
}

/** A token that no subscription accepted is the trouble itself, not the subscriptions'. */
function tokenTrouble(probes: readonly SubscriptionProbe[]): CarrierTrouble | null {
  const [first] = probes;
  return first && probes.every((probe) => probe.isTokenRefused) ? first.fault : null;
}

type Unopened = Exclude<Awaited<ReturnType<Hub['carrier']['open']>>, { kind: 'ready' }>;

function troubleOfOpening(opening: Unopened): CarrierTrouble {
  if (opening.kind === 'unavailable') return opening.fault;
  return {
    code: opening.kind.toUpperCase().replaceAll('-', '_'),
    message: 'There is no usable authorization.',
  };
}

function toSelfTest(
  at: Date,
  trouble: CarrierTrouble | null,
  names: readonly string[],
  probes: readonly SubscriptionProbe[],
): SelfTest {
  const faultAt = (fault: CarrierTrouble | null) => fault && { ...fault, at: at.toISOString() };
  return {
    at: at.toISOString(),
    token: { ok: trouble === null, fault: faultAt(trouble) },
    subscriptions: names.map((name) => {
      const probe = probes.find((each) => each.name === name);
      return {
        name,
        outcome: probe?.outcome ?? 'failed',
        carrierStatus: probe?.carrierStatus ?? null,
        files: probe?.files ?? 0,
        records: probe?.records ?? 0,
        firstTrackingNumbers: [...(probe?.firstTrackingNumbers ?? [])],
        fault: faultAt(probe ? probe.fault : trouble),
      };
    }),
  };
}

function summaryOf(result: SelfTest) {
  const { token, subscriptions } = result;
  return { tokenOk: token.ok, subscriptions: subscriptions.map(({ name, outcome }) => ({ name, outcome })) };
}

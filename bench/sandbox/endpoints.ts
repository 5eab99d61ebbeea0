import type { BenchResult } from '../measure.ts';
import { type Endpoint, measureEndpoints } from './compare.ts';
import { type Load, TOKEN_CALL } from './load.ts';
import type { MeasuredServer } from './servers.ts';

const FLOOR = 0.3;

/** The sandbox's two busiest endpoints against a bare Fastify that sends the very bytes they answered. */
export async function run({ isShort }: { isShort: boolean }): Promise<BenchResult[]> {
  return measureEndpoints((world, load) => prepare(world, load, isShort), isShort ? 3 : 11);
}

async function prepare(world: MeasuredServer, load: Load, isShort: boolean): Promise<Endpoint[]> {
  const from = '2026-11-18T00:00:00Z';
  await load.send({
    url: `${world.url}/_sandbox/traffic`,
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({
      shipments: isShort ? 300 : 2_000,
      from,
      to: '2026-11-20T11:00:00Z',
      seed: 'bench',
    }),
  });
  const { body, ...call } = TOKEN_CALL;
  const token: Endpoint = {
    ...call,
    name: 'token endpoint (client credentials)',
    bodies: [body],
    floor: FLOOR,
    callsPerRound: isShort ? 40 : 400,
  };
  const accessToken = await load.token(world.url);
  return [byDate(accessToken, isShort), token];
}

function byDate(accessToken: string, isShort: boolean): Endpoint {
  const range = { BeginDateTime: '20261118000000', EndDateTime: '20261120120000' };
  return {
    name: 'Quantum View by date, one answer',
    path: '/api/quantumview/v3/events',
    headers: { authorization: `Bearer ${accessToken}`, 'content-type': 'application/json' },
    bodies: [
      JSON.stringify({
        QuantumViewRequest: {
          Request: { RequestAction: 'QVEvents' },
          SubscriptionRequest: [{ Name: 'Outbound', DateTimeRange: range }],
        },
      }),
    ],
    floor: FLOOR,
    callsPerRound: isShort ? 20 : 200,
  };
}

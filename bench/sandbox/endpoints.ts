import { type BenchResult, interleave, median, medianRatio } from '../measure.ts';
import { type Call, createLoad } from './load.ts';
import { type MeasuredServer, startServer } from './servers.ts';

const FLOOR = 0.3;
const CONNECTIONS = 4;

interface Endpoint {
  readonly name: string;
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
  readonly callsPerRound: number;
}

/** The sandbox's two busiest endpoints against a bare Fastify that sends the very bytes they answered. */
export async function run({ isShort }: { isShort: boolean }): Promise<BenchResult[]> {
  const world = await startServer('world-server.ts');
  const load = createLoad(CONNECTIONS);
  try {
    const endpoints = await prepare(world, load, isShort);
    const routes = await Promise.all(
      endpoints.map(async (endpoint) => {
        const { contentType, body } = await load.send(callOf(world, endpoint));
        return { path: endpoint.path, contentType, base64: body.toString('base64') };
      }),
    );
    const twin = await startServer('twin-server.ts', routes);
    try {
      const results: BenchResult[] = [];
      for (const endpoint of endpoints)
        results.push(await compare(endpoint, world, twin, load, isShort ? 3 : 11));
      return results;
    } finally {
      twin.stop();
    }
  } finally {
    load.close();
    world.stop();
  }
}

type Load = ReturnType<typeof createLoad>;

async function compare(
  endpoint: Endpoint,
  world: MeasuredServer,
  twin: MeasuredServer,
  load: Load,
  rounds: number,
): Promise<BenchResult> {
  const cpu = { measured: [] as number[], twin: [] as number[] };
  const side = (server: MeasuredServer, used: number[]) => async () => {
    const before = await server.cpuMs();
    await load.run(callOf(server, endpoint), endpoint.callsPerRound);
    used.push((await server.cpuMs()) - before);
  };
  const pair = await interleave(rounds, side(world, cpu.measured), side(twin, cpu.twin));
  const perSecond = (wallMs: number) => (endpoint.callsPerRound / wallMs) * 1000;
  return {
    name: endpoint.name,
    unit: 'requests/s',
    value: perSecond(median(pair.measured.map((one) => one.wallMs))),
    baseline: perSecond(median(pair.twin.map((one) => one.wallMs))),
    ratio: medianRatio(pair),
    floor: FLOOR,
    cpuMs: median(cpu.measured),
    details: { rounds, callsPerRound: endpoint.callsPerRound, twinCpuMs: median(cpu.twin) },
  };
}

function callOf(server: MeasuredServer, { path, headers, body }: Endpoint): Call {
  return { url: `${server.url}${path}`, headers, body };
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
  const token: Endpoint = {
    name: 'token endpoint (client credentials)',
    path: '/security/v1/oauth/token',
    headers: {
      authorization: `Basic ${Buffer.from('sandbox-client:sandbox-secret').toString('base64')}`,
      'content-type': 'application/x-www-form-urlencoded',
    },
    body: 'grant_type=client_credentials',
    callsPerRound: isShort ? 40 : 400,
  };
  const answer = await load.send(callOf(world, token));
  const { access_token: accessToken } = JSON.parse(answer.body.toString()) as { access_token: string };
  return [byDate(accessToken, isShort), token];
}

function byDate(accessToken: string, isShort: boolean): Endpoint {
  const range = { BeginDateTime: '20261118000000', EndDateTime: '20261120120000' };
  return {
    name: 'Quantum View by date, one answer',
    path: '/api/quantumview/v3/events',
    headers: { authorization: `Bearer ${accessToken}`, 'content-type': 'application/json' },
    body: JSON.stringify({
      QuantumViewRequest: {
        Request: { RequestAction: 'QVEvents' },
        SubscriptionRequest: [{ Name: 'Outbound', DateTimeRange: range }],
      },
    }),
    callsPerRound: isShort ? 20 : 200,
  };
}

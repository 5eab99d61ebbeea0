import { type BenchResult, interleave, median, medianRatio } from '../measure.ts';
import { type Call, createLoad, type Load } from './load.ts';
import { type MeasuredServer, type StartServer, type TwinRoute, withBuiltServers } from './servers.ts';

/** What is asked of the sandbox and of its twin. */
export interface Endpoint {
  readonly name: string;
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  /** Sent in turn, so that no answer can be kept. */
  readonly bodies: readonly string[];
  readonly callsPerRound: number;
  readonly floor: number;
  /** The contract's operation whose request the twin validates; without it, the twin takes any body. */
  readonly validates?: string;
}

/** Makes the world ready and says what is asked of it. */
export type Prepare = (world: MeasuredServer, load: Load) => Promise<readonly Endpoint[]>;

interface Measuring {
  readonly world: MeasuredServer;
  readonly load: Load;
  readonly rounds: number;
}

const CONNECTIONS = 4;

/** Each endpoint of the built sandbox against a bare Fastify that sends the very bytes that the sandbox answered. */
export async function measureEndpoints(prepare: Prepare, rounds: number): Promise<BenchResult[]> {
  return withBuiltServers(async (start) => {
    const world = await start('world-server');
    const load = createLoad(CONNECTIONS);
    try {
      return await compareAll(await prepare(world, load), start, { world, load, rounds });
    } finally {
      load.close();
      world.stop();
    }
  });
}

async function compareAll(
  endpoints: readonly Endpoint[],
  start: StartServer,
  measuring: Measuring,
): Promise<BenchResult[]> {
  const { world, load } = measuring;
  const routes = await Promise.all(endpoints.map((endpoint) => routeOf(endpoint, world, load)));
  const twin = await start('twin-server', routes);
  try {
    const results: BenchResult[] = [];
    for (const endpoint of endpoints) results.push(await compare(endpoint, twin, measuring));
    return results;
  } finally {
    twin.stop();
  }
}

async function routeOf(endpoint: Endpoint, world: MeasuredServer, load: Load): Promise<TwinRoute> {
  const { path, validates } = endpoint;
  const [call] = callsOf(world, endpoint);
  if (!call) throw new Error(`${endpoint.name} sends nothing`);
  const { status, contentType, body } = await load.send(call);
  if (status !== 200)
    throw new Error(`${endpoint.name} answered ${status}: ${body.toString().slice(0, 300)}`);
  return { path, contentType, base64: body.toString('base64'), ...(validates ? { validates } : {}) };
}

async function compare(
  endpoint: Endpoint,
  twin: MeasuredServer,
  { world, load, rounds }: Measuring,
): Promise<BenchResult> {
  const { name, callsPerRound, floor } = endpoint;
  const cpu = { measured: [] as number[], twin: [] as number[] };
  const side = (server: MeasuredServer, used: number[]) => {
    const calls = callsOf(server, endpoint);
    return async () => {
      const before = await server.cpuMs();
      await load.run(calls, callsPerRound);
      used.push((await server.cpuMs()) - before);
    };
  };
  const pair = await interleave(rounds, side(world, cpu.measured), side(twin, cpu.twin));
  const perSecond = (wallMs: number) => (callsPerRound / wallMs) * 1000;
  const cpuMs = median(cpu.measured);
  const twinCpuMs = median(cpu.twin);
  return {
    name,
    unit: 'requests/s',
    value: perSecond(median(pair.measured.map(({ wallMs }) => wallMs))),
    baseline: perSecond(median(pair.twin.map(({ wallMs }) => wallMs))),
    ratio: medianRatio(pair),
    floor,
    cpuMs,
    details: { rounds, callsPerRound, twinCpuMs, cpuRatio: twinCpuMs / cpuMs },
  };
}

function callsOf(server: MeasuredServer, { path, headers, bodies }: Endpoint): Call[] {
  return bodies.map((body) => ({ url: `${server.url}${path}`, headers, body }));
}

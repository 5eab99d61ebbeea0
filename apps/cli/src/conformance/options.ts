import { parseArgs } from 'node:util';
import { Problem } from '@lading/kit/errors';
import { type CheckName, checkNames } from './findings.ts';
import type { Profile } from './judge.ts';
import { isLoopback } from './loopback.ts';

/** What the command line asks for. */
export interface SuiteOptions {
  /** The folder with the carrier's files. */
  readonly specs: string;
  /** Absent: a world in this process. */
  readonly url?: string;
  readonly profiles: readonly Profile[];
  readonly client: { readonly id: string; readonly secret: string };
  readonly account: string;
  readonly accepted?: string;
  readonly runs: number;
  readonly mutations: number;
  readonly seed: number;
  readonly only?: readonly CheckName[];
  readonly json?: string;
  readonly writesFidelity: boolean;
  /** Whether everything is run, in the usual size: only then its tables can be compared. */
  readonly isUsual: boolean;
}

const USUAL = { runs: 60, seed: 20_261_121, mutations: 20_000 };
const IN_CI = 10;

type Environment = Readonly<Record<string, string | undefined>>;

/** @throws `INVALID_OPTION` for what cannot be meant. */
export function readOptions(argv: readonly string[], env: Environment): SuiteOptions {
  const { values } = parseArgs({
    args: [...argv],
    options: {
      specs: { type: 'string' },
      url: { type: 'string' },
      profile: { type: 'string' },
      'i-accept-what-it-costs': { type: 'string' },
      runs: { type: 'string' },
      mutations: { type: 'string' },
      seed: { type: 'string' },
      only: { type: 'string', multiple: true },
      json: { type: 'string' },
      'write-fidelity': { type: 'boolean', default: false },
    },
  });
  const mutations = usualMutations(values.url, env);
  const accepted = values['i-accept-what-it-costs'];
  const only = values.only?.map(checkNamed);
  const isWhole = values.url === undefined && values.profile === undefined && only === undefined;
  return {
    specs: values.specs ?? invalid('--specs', ''),
    profiles: profilesOf(values.profile, values.url),
    client: {
      id: env['LADING_CONFORMANCE_CLIENT_ID'] ?? 'sandbox-client',
      secret: env['LADING_CONFORMANCE_CLIENT_SECRET'] ?? 'sandbox-secret',
    },
    account: env['LADING_CONFORMANCE_ACCOUNT'] ?? 'A1B2C3',
    runs: count('--runs', values.runs, USUAL.runs),
    mutations: count('--mutations', values.mutations, mutations),
    seed: count('--seed', values.seed, USUAL.seed),
    writesFidelity: values['write-fidelity'],
    isUsual: isWhole && values.runs === undefined && values.seed === undefined,
    ...(values.url === undefined ? {} : { url: values.url }),
    ...(accepted === undefined ? {} : { accepted }),
    ...(only === undefined ? {} : { only }),
    ...(values.json === undefined ? {} : { json: values.json }),
  };
}

/** A tenth where CI waits for it; none for a server elsewhere, unless a number is given. */
function usualMutations(url: string | undefined, env: Environment): number {
  if (url !== undefined && !URL.canParse(url)) invalid('--url', url);
  if (url !== undefined && !isLoopback(new URL(url).hostname)) return 0;
  return env['CI'] ? USUAL.mutations / IN_CI : USUAL.mutations;
}

/** A server that is not ours has one profile: its habits. */
function profilesOf(name: string | undefined, url: string | undefined): readonly Profile[] {
  if (name !== undefined) return [profileNamed(name)];
  return url === undefined ? ['published', 'observed'] : ['observed'];
}

function profileNamed(name: string): Profile {
  return name === 'published' || name === 'observed' ? name : invalid('--profile', name);
}

function checkNamed(name: string): CheckName {
  return checkNames.find((one) => one === name) ?? invalid('--only', name);
}

function count(option: string, text: string | undefined, usual: number): number {
  if (text === undefined) return usual;
  return /^\d{1,9}$/.test(text) ? Number(text) : invalid(option, text);
}

function invalid(option: string, value: string): never {
  throw new Problem({
    code: 'INVALID_OPTION',
    status: 400,
    text: { en: '{option} cannot be “{value}”.', fr: '{option} ne peut être « {value} ».' },
    params: { option, value },
  });
}

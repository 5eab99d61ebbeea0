import { SIGN_IN_LIMITS } from '../../sign-in/limits.ts';
import type { HubDatabase, TestHub } from '../../testing.ts';
import { type Attempt, attemptsOf, type Route } from './attempts.ts';
import { type Imagined, imagine } from './planted.ts';
import type { Role } from './roles.ts';
import { changedTables, RowWatch } from './rows.ts';

export interface Outcome {
  /** Attempts by role. */
  readonly attempts: ReadonlyMap<string, number>;
  /** One line each: who got what of the victim over which route. */
  readonly leaks: readonly string[];
  /** `administrator GET /api/v1/home`: what the caller's own company answered with success. */
  readonly served: ReadonlySet<string>;
}

export interface Matrix {
  readonly test: TestHub;
  readonly database: HubDatabase;
  readonly victim: Imagined;
  readonly roles: readonly Role[];
  readonly routes: readonly Route[];
}

/** What customer success is there to see, over its own routes and nowhere else. */
const DESK_SEES = new Set([
  ...['company', 'person', 'integration', 'carrierUser', 'faultMessage', 'subscription', 'provided'],
  ...['contactName', 'contactEmail', 'handedEmail', 'validator', 'companyId', 'integrationId'],
]);
const DESK_WRITES = ['provided_subscriptions', 'company_contacts', 'validations', 'audit_entries', 'outbox'];

/** Anybody may ask for anybody's new password; only the letter opens the door. */
const ANYBODY_WRITES: Readonly<Record<string, readonly string[]>> = {
  'POST /api/v1/password-resets': ['password_resets'],
};

type Answer = Awaited<ReturnType<TestHub['app']['inject']>>;

/** Every role tries every route against the victim, against nobody, and against its own company. */
export async function runMatrix(matrix: Matrix): Promise<Outcome> {
  const attempts = new Map<string, number>();
  const leaks: string[] = [];
  const served = new Set<string>();
  const watch = new RowWatch(matrix.database, matrix.victim);
  const ghost = imagine();
  let { rows } = await watch.look();
  for (const role of matrix.roles) {
    const intruder = new Intruder(matrix, role, ghost);
    for (const [index, route] of matrix.routes.entries()) {
      await role.restore();
      leaks.push(...(await intruder.intrude(route)));
      if (await intruder.callOwn(route)) served.add(`${role.name} ${route.name}`);
      // The limits on attempts begin anew: they are not what is tried here.
      matrix.test.clock.advance(SIGN_IN_LIMITS.windowMs);
      // Routes that read come one after the other: after the last of them is soon enough.
      if (isReading(route) && isReading(matrix.routes[index + 1])) continue;
      const after = (await watch.look()).rows;
      const changed = changedTables(rows, after).filter((table) => !mayWrite(role, route, table));
      leaks.push(...changed.map((table) => `${role.name}: ${route.name} changed ${table}`));
      rows = after;
    }
    attempts.set(role.name, intruder.count);
  }
  return { attempts, leaks, served };
}

const isReading = (route: Pick<Route, 'method'> | undefined): boolean =>
  route?.method === 'GET' || route?.method === 'HEAD';

function mayWrite(role: Role, route: Route, table: string): boolean {
  if (ANYBODY_WRITES[route.name]?.includes(table)) return true;
  return role.isDesk && route.access === 'desk' && DESK_WRITES.includes(table);
}

class Intruder {
  count = 0;
  readonly #matrix: Matrix;
  readonly #role: Role;
  /** What the role itself has put into its company: seeing it again tells it nothing. */
  readonly #told = new Set<string>();
  /** A company that does not exist. */
  readonly #ghost: Imagined;

  constructor(matrix: Matrix, role: Role, ghost: Imagined) {
    this.#matrix = matrix;
    this.#role = role;
    this.#ghost = ghost;
  }

  async intrude(route: Route): Promise<string[]> {
    const { victim } = this.#matrix;
    const ghost = this.#ghost;
    const theirs = attemptsOf(route, victim, this.#role.own);
    const nobodys = attemptsOf(route, ghost, this.#role.own);
    const leaks: string[] = [];
    for (const [index, attempt] of theirs.entries()) {
      const answer = await this.#call(attempt);
      leaks.push(...this.#marksIn(answer, attempt, route));
      const twin = nobodys[index];
      if (twin === undefined || JSON.stringify(twin) === JSON.stringify(attempt)) continue;
      const twinAnswer = await this.#call(twin);
      leaks.push(...this.#difference(route, answer, twinAnswer));
    }
    return leaks.map((leak) => `${this.#role.name}: ${route.name} ${leak}`);
  }

  /** The plain call with the caller's own things: true when it was served. */
  async callOwn(route: Route): Promise<boolean> {
    const [attempt] = attemptsOf(route, this.#role.own, this.#role.own);
    return attempt !== undefined && (await this.#call(attempt)).statusCode < 300;
  }

  async #call({ method, url, headers, body }: Attempt): Promise<Answer> {
    this.count += 1;
    const answer = await this.#matrix.test.app.inject({
      ...{ method, url, headers: { ...this.#role.headers, ...headers } },
      ...(body === undefined ? {} : { payload: body as object }),
      remoteAddress: `10.0.${this.count >> 8}.${this.count & 255}`,
    });
    if (!isReading({ method }) && answer.statusCode < 400) await this.#role.restore();
    return answer;
  }

  #marksIn(answer: Answer, attempt: Attempt, route: Route): string[] {
    const { ids, marks } = this.#matrix.victim;
    const heard = `${answer.body}\n${JSON.stringify(answer.headers)}`;
    const decoded = `${heard}\n${decodeURIComponent(heard.replaceAll(/%(?![0-9a-f]{2})/gi, '%25'))}`;
    const sent = JSON.stringify(attempt);
    return Object.entries({ ...ids, ...marks }).flatMap(([name, value]) => {
      if (sent.includes(value) && attempt.method !== 'GET') this.#told.add(value);
      const isKnown = sent.includes(value) || this.#told.has(value);
      const isForDesk = this.#role.isDesk && route.access === 'desk' && DESK_SEES.has(name);
      return isKnown || isForDesk || !decoded.includes(value) ? [] : [`told ${name}`];
    });
  }

  #difference(route: Route, theirAnswer: Answer, nobodysAnswer: Answer): string[] {
    if (this.#role.isDesk && route.access === 'desk') return [];
    const known = [this.#matrix.victim, this.#ghost];
    const theirs = describe(theirAnswer, known);
    const nobodys = describe(nobodysAnswer, known);
    if (theirs === nobodys) return [];
    const at = [...theirs].findIndex((sign, index) => sign !== nobodys[index]);
    const near = (text: string) => text.slice(Math.max(0, at - 40), at + 120);
    return [`tells that it exists: ${near(theirs)} against ${near(nobodys)}`];
  }
}

const PASSING = ['date', 'x-request-id', 'content-length', 'content-security-policy', 'etag', 'set-cookie'];

/** An answer without what is always new, and with the target's things by their names. */
function describe(answer: Answer, known: readonly Imagined[]): string {
  const headers = Object.entries(answer.headers).filter(([name]) => !PASSING.includes(name));
  let text = `${answer.statusCode} ${JSON.stringify(headers.sort())} ${answer.body}`;
  for (const { ids, marks } of known) {
    for (const [name, value] of Object.entries({ ...ids, ...marks }))
      text = text.replaceAll(value, `<${name}>`);
  }
  return text
    .replaceAll(/[0-9a-f]{8}-[0-9a-f-]{27}/g, '<id>')
    .replaceAll(/nonce="[^"]*"/g, 'nonce="…"')
    .replaceAll(/"picture":\{[^}]*\}/g, '"picture":{}')
    .replaceAll(/[\w-]{16,}/g, '<token>');
}

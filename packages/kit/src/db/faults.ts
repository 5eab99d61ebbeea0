import pg from 'pg';
import { Problem } from '../errors.ts';

/** SQLSTATE codes and socket codes that say the server is gone, not that the statement is wrong. */
const LOST =
  /^(08...|25P0[34]|57P0[1-5]|53300|ECONNREFUSED|ECONNRESET|ETIMEDOUT|EPIPE|ENOTFOUND|EAI_AGAIN|EHOSTUNREACH|ENETUNREACH)$/;

/**
 * The server could not do now what it may do later: full disk or memory, a time limit, a deadlock, a file it could
 * not read. The same statement is right, and nothing of it was done.
 */
const PASSING = /^(40001|40P01|53...|55P03|57014|58...)$/;

/**
 * What a server says with these speaks of tables, columns, rights and constraints. All other messages may quote a
 * value: that of a row, an array, a document or a search.
 */
const SAYS_NO_VALUE = /^(0A000|22012|23...|25...|42501|427..|428..|42P..)$/;

/**
 * A statement that the database refused, without any value of its rows: neither the server's detail, context and
 * query, nor a message that may quote them. What is left may stand in a log.
 */
class RefusedStatement extends Error {
  override readonly name = 'RefusedStatement';
  /** The SQLSTATE. */
  readonly code: string;
  readonly table: string | undefined;
  readonly column: string | undefined;
  readonly constraint: string | undefined;

  constructor({ code = '', message, table, column, constraint }: pg.DatabaseError) {
    super(SAYS_NO_VALUE.test(code) ? message : `the database refused a statement (${code})`);
    this.code = code;
    this.table = table;
    this.column = column;
    this.constraint = constraint;
  }
}

/** A server's error as one that may be logged; every other error as it came. */
export function withoutValues(error: unknown): unknown {
  return error instanceof pg.DatabaseError ? new RefusedStatement(error) : error;
}

/** `pg` gives these without a code. */
const LOST_WORDS =
  /connection terminated|connection error and is not queryable|timeout expired|timeout exceeded when trying to connect|client was closed|cannot use a pool after calling end/i;

/** The SQLSTATE (or socket code) of a database error; empty when it has none. */
export function sqlState(error: unknown): string {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : '';
}

export function isConnectionLost(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  if (error instanceof AggregateError) return error.errors.every(isConnectionLost);
  return LOST.test(sqlState(error)) || LOST_WORDS.test(error.message);
}

/**
 * A lost connection as `DATABASE_UNAVAILABLE`, a passing trouble as `DATABASE_BUSY` (both 503), a server's refusal
 * as `RefusedStatement`; every other error as it came. None of them carries a value of a row.
 */
export function asDatabaseFault(error: unknown): unknown {
  const fault = withoutValues(error);
  if (isConnectionLost(error)) return unavailable(fault);
  return PASSING.test(sqlState(error)) ? busy(fault) : fault;
}

function unavailable(cause: unknown): Problem {
  return new Problem({
    code: 'DATABASE_UNAVAILABLE',
    status: 503,
    text: {
      en: 'The database cannot be reached at the moment. Try again shortly.',
      fr: 'La base de données est momentanément inaccessible. Réessayez dans quelques instants.',
    },
    cause,
  });
}

function busy(cause: unknown): Problem {
  return new Problem({
    code: 'DATABASE_BUSY',
    status: 503,
    text: {
      en: 'The database could not do this just now. Try again shortly.',
      fr: 'La base de données n’a pas pu le faire à l’instant. Réessayez sous peu.',
    },
    cause,
  });
}

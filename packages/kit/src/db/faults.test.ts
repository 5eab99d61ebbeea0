import { describe, expect, it } from 'vitest';
import { isProblem } from '../errors.ts';
import { asDatabaseFault } from './faults.ts';

const failed = (code: string) => Object.assign(new Error('failed'), { code });

describe('a database error', () => {
  it.each([
    ['a refused connection', 'ECONNREFUSED', 'DATABASE_UNAVAILABLE'],
    ['a server that is shutting down', '57P01', 'DATABASE_UNAVAILABLE'],
    ['a session ended for idling', '25P03', 'DATABASE_UNAVAILABLE'],
    ['a full disk', '53100', 'DATABASE_BUSY'],
    ['a deadlock', '40P01', 'DATABASE_BUSY'],
    ['a time limit', '57014', 'DATABASE_BUSY'],
    ['a file that could not be read', '58030', 'DATABASE_BUSY'],
    ['a value that is refused', '22021', undefined],
    ['a key that stands twice', '23505', undefined],
  ])('%s is told apart', (_what, code, expected) => {
    const error = failed(code);
    const fault = asDatabaseFault(error);
    expect(isProblem(fault) ? fault.code : undefined).toBe(expected);
    expect(isProblem(fault) ? fault.cause : fault).toBe(error);
  });
});

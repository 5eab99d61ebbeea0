import { describe, expect, it } from 'vitest';
import { createLog } from './log.ts';

function logged(fields: Record<string, unknown>): string {
  let written = '';
  const destination = {
    write: (line: string) => {
      written += line;
    },
  };
  createLog({ name: 'test', destination }).info(fields, 'said');
  return written;
}

describe('the log', () => {
  it('writes one JSON line with name and message', () => {
    expect(JSON.parse(logged({ parcels: 3 }))).toMatchObject({ name: 'test', msg: 'said', parcels: 3 });
  });

  it.each([
    [{ password: 'sesame' }],
    [{ headers: { authorization: 'Basic sesame' } }],
    [{ request: { headers: { cookie: 'a=sesame', 'set-cookie': 'b=sesame' } } }],
    [{ tokens: { access_token: 'sesame', refreshToken: 'sesame' } }],
    [{ grant: { body: { client_secret: 'sesame', code: 'sesame' } } }],
    [{ roleSecret: 'sesame' }],
  ])('hides %j', (fields) => {
    const line = logged(fields);
    expect(line).not.toContain('sesame');
    expect(line).toContain('[hidden]');
  });

  it('keeps the code of an error, which is no secret', () => {
    const err = Object.assign(new Error('refused'), { code: 'ECONNREFUSED' });
    expect(JSON.parse(logged({ err }))).toMatchObject({ err: { code: 'ECONNREFUSED', message: 'refused' } });
  });
});

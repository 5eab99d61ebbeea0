import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { afterEach, describe, expect, it } from 'vitest';
import { CarrierFault, hintOf } from './errors.ts';
import { testClient } from './testing/client.ts';
import { json, refusal, startServer, type TestServer } from './testing/server.ts';

const pages = fileURLToPath(new URL('../../../docs/errors', import.meta.url));
const codes = ['250002', '250003', '10400', '10401', '10429', '120100', '182279', 'TW0001', 'TV1002'];

const servers: TestServer[] = [];
afterEach(async () => {
  await Promise.all(servers.splice(0).map((server) => server.close()));
});

describe('a code that explains nothing', () => {
  it.each(codes)('%s has a hint in both languages and a page', (code) => {
    const hint = hintOf(code);
    expect(hint?.en).toMatch(/^[A-Z].+\.$/);
    expect(hint?.fr).toMatch(/^\p{Lu}.+\.$/u);
    expect(hint?.fr).not.toBe(hint?.en);
    const page = `${pages}/${code}.md`;
    expect(existsSync(page)).toBe(true);
    expect(readFileSync(page, 'utf8').split('\n')[0]).toMatch(new RegExp(`^# ${code}: `));
  });

  it('has no page too many', () => {
    const named = readdirSync(pages).filter((name) => name !== 'README.md');
    expect(named.sort()).toEqual(codes.map((code) => `${code}.md`).sort());
  });

  it('comes with its hint where the carrier refuses', async () => {
    const server = await startServer(
      refusal(400, '120100', 'Missing or invalid shipper number', { transid: 'T1' }),
    );
    servers.push(server);
    const fault = await testClient(server.baseUrl)
      .shipping.create({} as never)
      .catch((thrown: unknown) => thrown);
    expect(fault).toMatchObject({
      code: '120100',
      text: 'Missing or invalid shipper number',
      status: 400,
      transactionId: 'T1',
      retryable: false,
      outcome: 'refused',
      hint: hintOf('120100'),
      howToLook: undefined,
    });
  });

  it('that is a warning inside a 200 stays a value', async () => {
    const warnings = [{ code: 'TW0001', message: 'Tracking Information Not Found' }];
    const server = await startServer(
      json({ trackResponse: { shipment: [{ inquiryNumber: '1Z1', warnings }] } }),
    );
    servers.push(server);
    const { trackResponse } = await testClient(server.baseUrl).tracking.details('1Z1');
    expect(trackResponse?.shipment?.[0]?.warnings).toEqual(warnings);
  });
});

describe('a fault', () => {
  it('keeps what it knows when more becomes known', () => {
    const cause = new Error('socket hang up');
    const fault = new CarrierFault({ code: 'X', text: 'x', outcome: 'unknown', retryable: true, cause });
    const advice = { en: 'Look.', fr: 'Regardez.' };
    const advised = fault.withAdvice({ X: { en: 'A.', fr: 'B.' } }, advice, '7');
    expect(advised).toMatchObject({ code: 'X', outcome: 'unknown', retryable: true, cause });
    expect(advised.transactionId).toBe('7');
    expect([advised.hint?.fr, advised.howToLook]).toEqual(['B.', advice]);
    expect(advised.withOutcome('not-sent').howToLook).toBeUndefined();
  });
});

import { createLog } from '@lading/kit/log';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { basic, grantFor } from '../oauth/testing/client.ts';
import { startWorld, type WorldForTests } from '../testing.ts';

const said: string[] = [];
let world: WorldForTests;
let tokens: readonly string[];

beforeAll(async () => {
  const destination = { write: (line: string) => void said.push(line) };
  world = await startWorld({ log: createLog({ name: 'sandbox', level: 'trace', destination }) });
  const granted = await grantFor(world);
  tokens = [granted['access_token'] ?? '', granted['refresh_token'] ?? ''];
});
afterAll(() => world.close());

const secret = 'sec"ret\\word é+/=';
const inForm = new URLSearchParams({ v: secret }).toString().slice(2);
const inJson = JSON.stringify(secret);

/** What must be seen nowhere, in any form in which it was sent. */
const forms = () => [
  ...[
    secret,
    inForm,
    encodeURIComponent(secret),
    inJson.slice(1, -1),
    JSON.stringify(inJson).slice(1, -1),
    'word é',
  ],
  ...[...tokens, basic()['authorization']?.split(' ')[1] ?? '', 'sandbox-secret'],
];

async function shown(): Promise<string> {
  const list = await fetch(`${world.baseUrl}/_sandbox/requests?limit=500`);
  const text = await list.text();
  const ids = (JSON.parse(text) as { requests: { id: string }[] }).requests.map(({ id }) => id);
  const pages = ids.map((id) =>
    fetch(`${world.baseUrl}/_sandbox/inspector/${id}`).then((page) => page.text()),
  );
  return [text, ...(await Promise.all(pages))].join('\n');
}

const FORM = 'application/x-www-form-urlencoded';
const JSON_TYPE = 'application/json';
const TOKEN = '/security/v1/oauth/token';
const EVENTS = '/api/quantumview/v3/events';

describe('the inspector and the log', () => {
  it.each<[string, string, string, string]>([
    ['a form’s password', TOKEN, FORM, `grant_type=password&username=a&password=${inForm}`],
    ['a form’s client secret', TOKEN, FORM, `client_secret=${inForm}&grant_type=x`],
    ['a form’s fields in capitals', TOKEN, FORM, `Client_Secret=${inForm}&PASSWORD=${inForm}`],
    ['a form whose names are coded', TOKEN, FORM, `client%5Fsecret=${inForm}`],
    [
      'a code and its proof',
      TOKEN,
      FORM,
      `grant_type=authorization_code&code=${inForm}&code_verifier=${inForm}`,
    ],
    [
      'a JSON member with quotes inside',
      TOKEN,
      JSON_TYPE,
      `{"client_secret":${inJson},"password" : ${inJson}}`,
    ],
    ['a code in JSON', TOKEN, JSON_TYPE, `{"grant_type":"authorization_code","code":${inJson}}`],
    ['a JSON member in capitals', EVENTS, JSON_TYPE, `{"Password":${inJson},"AccessToken":${inJson}}`],
    ['JSON inside JSON', EVENTS, JSON_TYPE, JSON.stringify({ data: `{"password":${inJson}}` })],
    ['JSON that breaks off', EVENTS, JSON_TYPE, `{"password":"${inJson.slice(1, -1)}`],
    ['a form where JSON was asked for', EVENTS, JSON_TYPE, `password=${inForm}`],
    ['an address', `${EVENTS}?access_token=${inForm}&password=${inForm}`, JSON_TYPE, '{}'],
    ['an address for the browser', `/security/v1/oauth/authorize?state=${inForm}&code=${inForm}`, FORM, ''],
  ])('never show %s', async (_name, path, type, body) => {
    const headers = { ...basic(), 'content-type': type, 'x-api-key': inForm, cookie: `session=${inForm}` };
    await fetch(world.baseUrl + path, { method: 'POST', headers, body });
    await fetch(world.baseUrl + path, { headers: { authorization: `Bearer ${tokens[0]}` } });
    const everything = `${await shown()}\n${said.join('')}`;
    expect(forms().filter((form) => everything.includes(form))).toEqual([]);
  });

  it('show the code of a refusal, which is no secret', async () => {
    const answer = await fetch(world.baseUrl + EVENTS, { method: 'POST', body: '{}' });
    const id = answer.headers.get('x-lading-request');
    const seen = await fetch(`${world.baseUrl}/_sandbox/requests/${id}`);
    expect(await seen.json()).toMatchObject({ answer: { body: await answer.text() } });
  });

  it('would show what is sent where no secret belongs, so that the search means something', async () => {
    const open = 'nothing-secret-here';
    await fetch(world.baseUrl + EVENTS, {
      method: 'POST',
      headers: basic(),
      body: JSON.stringify({ note: open }),
    });
    expect(await shown()).toContain(open);
  });
});

import { validate as city } from '@lading/contract/address-city/wire';
import { validate as street } from '@lading/contract/address-street/wire';
import type { WireOperation } from '@lading/contract/operation';
import { describe, expect, it } from 'vitest';
import { operation } from '../registry.ts';
import { createRoutes } from './routes.ts';

const registered = (wire: WireOperation) => operation(wire, () => ({ body: {} }));
const find = createRoutes([street, city].map(registered));
const asked = (path: string, query = '', method = 'POST') =>
  find(method, path, new URLSearchParams(query))?.operation.wire.id;

describe('an address', () => {
  it.each([
    ['/api/addressvalidation/v2/1', '', 'address-street.validate'],
    ['/api/addressvalidation/v2/1', 'regionalrequestindicator=TRUE', 'address-city.validate'],
    ['/api/addressvalidation/v2/1', 'regionalrequestindicator=False', 'address-street.validate'],
    ['/api/addressvalidation/v2', '', undefined],
    ['/api/addressvalidation', '', undefined],
    ['/api/other/v2/1', '', undefined],
    ['/', '', undefined],
  ])('%s?%s is %s', (path, query, id) => {
    expect(asked(path, query)).toBe(id);
  });

  it('of another method is none', () => {
    expect(asked('/api/addressvalidation/v2/1', '', 'GET')).toBeUndefined();
  });

  it('gives its pieces without percent signs, as they came where these mean nothing', () => {
    const match = find('POST', '/api/addressvalidation/v%32/%zz', new URLSearchParams());
    expect([match?.version, match?.params]).toEqual(['v2', { requestoption: '%zz' }]);
  });

  it('must name its first two pieces', () => {
    const open = { ...street, path: '/api/{version}/validation' };
    expect(() => createRoutes([registered(open)])).toThrow('leaves the first two pieces');
  });
});

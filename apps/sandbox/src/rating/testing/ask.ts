import type { WorldForTests } from '../../testing.ts';

/** An answer's status and document. */
export interface Asked {
  readonly status: number;
  readonly body: unknown;
  readonly requestId: string;
}

export interface RateCall {
  readonly option?: string;
  readonly version?: string;
  readonly query?: string;
}

export type AskRate = (body: unknown, call?: RateCall) => Promise<Asked>;

/** Asks for rates with a token of the world's own application. */
export async function rateAsker(world: WorldForTests): Promise<AskRate> {
  const token = await tokenOf(world);
  return async (body, { option = 'Rate', version = 'v2409', query = '' } = {}) => {
    const response = await fetch(`${world.baseUrl}/api/rating/${version}/${option}${query}`, {
      method: 'POST',
      headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
      body: typeof body === 'string' ? body : JSON.stringify(body),
    });
    const requestId = response.headers.get('x-lading-request') ?? '';
    return { status: response.status, body: await response.json(), requestId };
  };
}

/** A token by client credentials. */
export async function tokenOf({ baseUrl, clientId, clientSecret }: WorldForTests): Promise<string> {
  const response = await fetch(`${baseUrl}/security/v1/oauth/token`, {
    method: 'POST',
    headers: { authorization: `Basic ${Buffer.from(`${clientId}:${clientSecret}`).toString('base64')}` },
    body: new URLSearchParams({ grant_type: 'client_credentials' }),
  });
  const answer = (await response.json()) as { access_token: string };
  return answer.access_token;
}

/** Changes within a shipment that is otherwise an ordinary one from Durham to Orlando. */
export interface ShipmentWish {
  readonly from?: object;
  readonly to?: object;
  readonly packages?: unknown;
  readonly shipment?: object;
  readonly request?: object;
}

export function rateRequest({ from, to, packages, shipment = {}, request = {} }: ShipmentWish = {}): object {
  return {
    RateRequest: {
      Request: {},
      ...request,
      Shipment: {
        Shipper: { Address: { PostalCode: '27703', StateProvinceCode: 'NC', CountryCode: 'US', ...from } },
        ShipTo: { Address: { PostalCode: '32821', StateProvinceCode: 'FL', CountryCode: 'US', ...to } },
        Service: { Code: '03' },
        Package: packages ?? parcel('5'),
        ...shipment,
      },
    },
  };
}

export function parcel(pounds: string, more: object = {}): object {
  return {
    PackagingType: { Code: '02' },
    PackageWeight: { UnitOfMeasurement: { Code: 'LBS' }, Weight: pounds },
    ...more,
  };
}

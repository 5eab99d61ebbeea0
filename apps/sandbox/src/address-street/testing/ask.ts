import type { WorldForTests } from '../../testing.ts';

/** An answer of address validation as a client sees it. */
export interface AskedAddress {
  readonly status: number;
  /** `ValidAddressIndicator` and the like; empty in a refusal. */
  readonly indicator: string;
  readonly classification: string | undefined;
  /** Lines, city, state, ZIP code, comma by comma. */
  readonly candidates: readonly string[];
  /** `9264027 The country code is not supported.`; empty in an answer. */
  readonly refusal: string;
  readonly body: unknown;
}

export interface Asking {
  readonly option?: string;
  readonly query?: Readonly<Record<string, string>>;
  readonly version?: string;
}

/** Asks with a token of the seeded client. */
export type AskAddress = (address: unknown, asking?: Asking) => Promise<AskedAddress>;

export async function addressAsker({
  baseUrl,
  clientId,
  clientSecret,
}: Pick<WorldForTests, 'baseUrl' | 'clientId' | 'clientSecret'>): Promise<AskAddress> {
  const token = await fetch(`${baseUrl}/security/v1/oauth/token`, {
    method: 'POST',
    headers: {
      authorization: `Basic ${Buffer.from(`${clientId}:${clientSecret}`).toString('base64')}`,
      'content-type': 'application/x-www-form-urlencoded',
    },
    body: 'grant_type=client_credentials',
  });
  const { access_token } = Object(await token.json());
  return async (address, { option = '3', query = {}, version = 'v2' } = {}) => {
    const url = `${baseUrl}/api/addressvalidation/${version}/${option}?${new URLSearchParams(query)}`;
    const response = await fetch(url, {
      method: 'POST',
      headers: { authorization: `Bearer ${access_token}`, 'content-type': 'application/json' },
      body: JSON.stringify({ XAVRequest: { AddressKeyFormat: address } }),
    });
    return readAnswer(response.status, await response.json());
  };
}

function readAnswer(status: number, body: unknown): AskedAddress {
  const { XAVResponse = {}, response } = Object(body);
  const [error] = response?.errors ?? [];
  const candidates = [XAVResponse.Candidate ?? []].flat().map(({ AddressKeyFormat: one }) => {
    const place = [one.PoliticalDivision2, one.PoliticalDivision1, one.PostcodePrimaryLow];
    return [...(one.AddressLine ?? []), ...place].join(', ');
  });
  return {
    status,
    indicator: Object.keys(XAVResponse).find((name) => name.endsWith('Indicator')) ?? '',
    classification: XAVResponse.AddressClassification?.Description,
    candidates,
    refusal: error === undefined ? '' : `${error.code} ${error.message}`,
    body,
  };
}

import type { AuthorizationStart, AuthorizationState, Integration } from '@lading/hub/api/integrations';
import type { ParcelDetail, ParcelList } from '@lading/hub/api/parcels';
import type { Session } from '@lading/hub/api/session';
import { fieldOf, Visitor } from '../browserless.ts';

/** The carrier user and the names that the seeded sandbox knows. */
export const SEEDED = {
  administrator: 'alice@maple.example',
  password: 'lading-demo',
  carrierUser: 'il_support',
  carrierPassword: 'sandbox-pass',
  subscriptions: ['Outbound', 'Inbound', 'ThirdParty'],
} as const;

/** An administrator at the hub's API. */
export class Company {
  readonly #hubUrl: string;
  readonly #visitor = new Visitor();
  #csrfToken = '';
  #companyId = '';

  constructor(hubUrl: string) {
    this.#hubUrl = hubUrl;
  }

  /** Known once somebody has signed in. */
  get companyId(): string {
    return this.#companyId;
  }

  async signIn(): Promise<void> {
    const session = await this.#call<Session>('POST', '/api/v1/session', {
      email: SEEDED.administrator,
      password: SEEDED.password,
    });
    this.#csrfToken = session.csrfToken;
    this.#companyId = session.company?.companyId ?? '';
    if (session.company !== null) return;
    const [first] = session.companies;
    const chosen = await this.#call<Session>('POST', '/api/v1/session/company', {
      companyId: first?.companyId,
    });
    this.#csrfToken = chosen.csrfToken;
    this.#companyId = chosen.company?.companyId ?? '';
  }

  /** The whole way in: create, authorize through the carrier's pages, wait for the result. */
  async connect(): Promise<Integration> {
    const created = await this.#call<Integration>('POST', '/api/v1/integrations', {
      name: 'Chaos',
      type: 'ups-quantum-view-data',
      subscriptions: SEEDED.subscriptions,
    });
    await this.authorize(created.integrationId);
    // Only what is unread can be lost on the way.
    return this.switchTo('take-over', created.integrationId);
  }

  /** Logs on at the carrier and gives the hub a new grant, as the person in the popup does. */
  async authorize(integrationId: string, carrierPassword: string = SEEDED.carrierPassword): Promise<void> {
    const path = `/api/v1/integrations/${integrationId}/authorizations`;
    const start = await this.#call<AuthorizationStart>('POST', path, {});
    await this.#logOn(start.popupUrl, carrierPassword);
    const state = await this.#call<AuthorizationState>('GET', `${path}/${start.authorizationId}`);
    if (state.outcome !== 'authorized') throw new Error(`Authorization ended ${JSON.stringify(state)}`);
  }

  /** Between reading what is unread and reading by date. */
  switchTo(way: 'take-over' | 'hand-back', integrationId: string): Promise<Integration> {
    return this.#call('POST', `/api/v1/integrations/${integrationId}/${way}`, {});
  }

  async integration(integrationId: string): Promise<Integration> {
    const { integrations } = await this.integrations();
    const found = integrations.find((one) => one.integrationId === integrationId);
    if (!found) throw new Error(`The integration ${integrationId} is gone.`);
    return found;
  }

  async #logOn(popupUrl: string, carrierPassword: string): Promise<void> {
    const first = await this.#visitor.open(popupUrl);
    const agreement = fieldOf(first.html, 'checkbox');
    const second = await this.#visitor.submit(first, {
      [fieldOf(first.html, 'text').name]: SEEDED.carrierUser,
      [agreement.name]: agreement.value,
    });
    const landed = await this.#visitor.submit(second, {
      [fieldOf(second.html, 'password').name]: carrierPassword,
    });
    if (landed.status !== 200) throw new Error(`The popup ended with ${landed.status}:\n${landed.html}`);
  }

  integrations(): Promise<{ integrations: Integration[] }> {
    return this.#call('GET', '/api/v1/integrations');
  }

  readNow(integrationId: string): Promise<unknown> {
    return this.#call('POST', `/api/v1/integrations/${integrationId}/read`, {});
  }

  /** What the list of parcels shows first. */
  firstPage(): Promise<ParcelList> {
    return this.#call('GET', '/api/v1/parcels?limit=50');
  }

  /** Names the parcels that are still on their way, as far as they have come: at most 200. */
  async openNumbers(): Promise<string[]> {
    const page = await this.#call<ParcelList>('GET', '/api/v1/parcels?limit=200&status=open');
    return page.parcels.map((parcel) => parcel.trackingNumber);
  }

  /** Every parcel with its events and where each came from. */
  async parcels(): Promise<ParcelDetail[]> {
    const ids: string[] = [];
    let cursor: string | null = '';
    while (cursor !== null) {
      const query: string = cursor === '' ? '' : `&cursor=${encodeURIComponent(cursor)}`;
      const page: ParcelList = await this.#call('GET', `/api/v1/parcels?limit=200${query}`);
      ids.push(...page.parcels.map((parcel) => parcel.parcelId));
      cursor = page.next;
    }
    const details: ParcelDetail[] = [];
    for (const id of ids) details.push(await this.#call<ParcelDetail>('GET', `/api/v1/parcels/${id}`));
    return details;
  }

  async #call<Answer>(method: string, path: string, body?: unknown): Promise<Answer> {
    const answer = await this.#visitor.send(`${this.#hubUrl}${path}`, {
      method,
      headers: { 'content-type': 'application/json', 'x-csrf-token': this.#csrfToken },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    const text = await answer.text();
    if (!answer.ok) throw new Error(`${method} ${path} answered ${answer.status}: ${text}`);
    return (text === '' ? null : JSON.parse(text)) as Answer;
  }
}

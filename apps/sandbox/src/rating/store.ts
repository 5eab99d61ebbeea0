import type { Contract } from '@lading/carrier/rating/shipment';
import { defineStore, type Fact } from '../world/store.ts';

/** What accounts agreed with the carrier, and who may see it. */
export interface RatingState {
  /** By account number. */
  readonly contracts: Map<string, Contract>;
  /** User name and account, joined by a blank: who proved to belong to the account. */
  readonly qualified: Set<string>;
}

/** An account agreed on discounts; a later contract takes the place of the one before. */
export interface ContractAgreed extends Fact {
  readonly type: 'contract-agreed';
  readonly account: string;
  readonly contract: Contract;
}

/** A carrier user passed the authentication of an account and may see its negotiated rates. */
export interface UserQualified extends Fact {
  readonly type: 'user-qualified';
  readonly userName: string;
  readonly account: string;
}

export const ratingStore = defineStore<RatingState, ContractAgreed | UserQualified>({
  name: 'rating',
  create: () => ({ contracts: new Map(), qualified: new Set() }),
  apply: {
    'contract-agreed': ({ contracts }, { account, contract }) => {
      contracts.set(account, contract);
    },
    'user-qualified': ({ qualified }, { userName, account }) => {
      qualified.add(qualification(userName, account));
    },
  },
});

export function qualification(userName: string, account: string): string {
  return `${userName} ${account}`;
}

import { defineStore, type Fact } from '../world/store.ts';
import type { KeptPassword } from './passwords.ts';

/** A person or mailbox with a log-in at the carrier. */
export interface CarrierUser {
  readonly userName: string;
  /** Users of CampusShip have a log-in but may not authorize applications. */
  readonly kind: 'standard' | 'campus-ship';
  password: KeptPassword;
  /** Account numbers, in the order in which they were associated. */
  accounts: string[];
}

export interface CarrierUsersState {
  readonly users: Map<string, CarrierUser>;
}

export interface CarrierUserCreated extends Fact {
  readonly type: 'carrier-user-created';
  readonly userName: string;
  readonly kind: CarrierUser['kind'];
  readonly password: KeptPassword;
  readonly accounts: readonly string[];
}

export interface AccountAssociated extends Fact {
  readonly type: 'account-associated';
  readonly userName: string;
  readonly account: string;
}

export interface AccountRemoved extends Fact {
  readonly type: 'account-removed';
  readonly userName: string;
  readonly account: string;
}

export interface PasswordChanged extends Fact {
  readonly type: 'password-changed';
  readonly userName: string;
  readonly password: KeptPassword;
}

type CarrierUserFact = CarrierUserCreated | AccountAssociated | AccountRemoved | PasswordChanged;

export const carrierUsersStore = defineStore<CarrierUsersState, CarrierUserFact>({
  name: 'carrier-users',
  create: () => ({ users: new Map() }),
  apply: {
    'carrier-user-created': ({ users }, { userName, kind, password, accounts }) => {
      users.set(userName, { userName, kind, password, accounts: [...accounts] });
    },
    'account-associated': ({ users }, { userName, account }) => {
      users.get(userName)?.accounts.push(account);
    },
    'account-removed': ({ users }, { userName, account }) => {
      const user = users.get(userName);
      if (user) user.accounts = user.accounts.filter((other) => other !== account);
    },
    'password-changed': ({ users }, { userName, password }) => {
      const user = users.get(userName);
      if (user) user.password = password;
    },
  },
});

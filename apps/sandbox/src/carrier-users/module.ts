import { Problem } from '@lading/kit/errors';
import { Type } from 'typebox';
import { command, type SandboxModule } from '../module.ts';
import type { Seeds } from '../seed.ts';
import type { World } from '../world/world.ts';
import { keepPassword } from './passwords.ts';
import {
  type AccountAssociated,
  type AccountRemoved,
  type CarrierUserCreated,
  carrierUsersStore,
  type PasswordChanged,
} from './store.ts';

const UserName = Type.String({ minLength: 1, maxLength: 16 });
const Account = Type.String({ pattern: '^[0-9A-Z]{6}$' });
const Password = Type.String({ minLength: 1, maxLength: 200 });
const UserAndAccount = Type.Object({ userName: UserName, account: Account });

/** People at the carrier and the accounts that they may see. */
export const carrierUsersModule: SandboxModule = {
  name: 'carrier-users',
  stores: [carrierUsersStore],
  seed: createSeededUsers,
  counts: (world) => ({ carrierUsers: world.state(carrierUsersStore).users.size }),
  commands: [
    command('create-carrier-user', Type.Object({ userName: UserName, password: Password }), createUser),
    command('associate-account', UserAndAccount, associate),
    command('remove-account', UserAndAccount, remove),
    command('change-password', Type.Object({ userName: UserName, password: Password }), changePassword),
  ],
};

async function createSeededUsers(world: World, { carrierUsers }: Seeds): Promise<void> {
  for (const { userName, password, kind, accounts } of carrierUsers) {
    const fact: CarrierUserCreated = {
      type: 'carrier-user-created',
      userName,
      kind,
      password: await keepPassword(password, world.ids),
      accounts,
    };
    world.record(fact);
  }
}

async function createUser(world: World, input: { userName: string; password: string }): Promise<object> {
  const password = await keepPassword(input.password, world.ids);
  if (world.state(carrierUsersStore).users.has(input.userName)) throw userExists(input.userName);
  const fact: CarrierUserCreated = {
    type: 'carrier-user-created',
    userName: input.userName,
    kind: 'standard',
    password,
    accounts: [],
  };
  world.record(fact);
  return { userName: input.userName, accounts: [] };
}

function associate(world: World, { userName, account }: { userName: string; account: string }): object {
  const fact: AccountAssociated = { type: 'account-associated', userName, account };
  if (!findUser(world, userName).accounts.includes(account)) world.record(fact);
  return { userName, accounts: findUser(world, userName).accounts };
}

function remove(world: World, { userName, account }: { userName: string; account: string }): object {
  const fact: AccountRemoved = { type: 'account-removed', userName, account };
  if (findUser(world, userName).accounts.includes(account)) world.record(fact);
  return { userName, accounts: findUser(world, userName).accounts };
}

async function changePassword(world: World, input: { userName: string; password: string }): Promise<object> {
  const { userName } = findUser(world, input.userName);
  const password = await keepPassword(input.password, world.ids);
  const fact: PasswordChanged = { type: 'password-changed', userName, password };
  world.record(fact);
  return { userName };
}

/** @throws `NO_SUCH_CARRIER_USER` */
export function findUser(world: World, userName: string) {
  const user = world.state(carrierUsersStore).users.get(userName);
  if (!user) throw noSuchUser(userName);
  return user;
}

function noSuchUser(userName: string): Problem {
  return new Problem({
    code: 'NO_SUCH_CARRIER_USER',
    status: 404,
    text: {
      en: 'There is no carrier user named “{userName}”.',
      fr: 'Il n’y a aucun utilisateur du transporteur nommé « {userName} ».',
    },
    params: { userName },
  });
}

function userExists(userName: string): Problem {
  return new Problem({
    code: 'CARRIER_USER_EXISTS',
    status: 409,
    text: {
      en: 'There already is a carrier user named “{userName}”.',
      fr: 'Il y a déjà un utilisateur du transporteur nommé « {userName} ».',
    },
    params: { userName },
  });
}

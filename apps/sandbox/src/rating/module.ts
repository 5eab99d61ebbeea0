import { Type } from 'typebox';
import { command, type SandboxModule } from '../module.ts';
import { type RatingParts, ratingOperations } from './operations.ts';
import { type ContractAgreed, ratingStore, type UserQualified } from './store.ts';

const Account = Type.String({ pattern: '^[0-9A-Z]{6}$' });
const Discounts = Type.Record(
  Type.String({ pattern: '^[0-9]{2,3}$' }),
  Type.Integer({ minimum: 0, maximum: 10_000 }),
);

/** Rates: what accounts agreed is remembered, prices never are. */
export function createRatingModule(parts: RatingParts): SandboxModule {
  return {
    name: 'rating',
    stores: [ratingStore],
    operations: ratingOperations(parts),
    commands: [
      command(
        'agree-contract',
        Type.Object({
          account: Account,
          number: Type.String({ minLength: 1, maxLength: 20 }),
          serviceDiscountBps: Type.Optional(Discounts),
          surchargeDiscountBps: Type.Optional(Discounts),
        }),
        (world, { account, number, serviceDiscountBps = {}, surchargeDiscountBps = {} }) => {
          const contract = { number, serviceDiscountBps, surchargeDiscountBps };
          const fact: ContractAgreed = { type: 'contract-agreed', account, contract };
          world.record(fact);
          return { account, contract };
        },
      ),
      command(
        'qualify-user',
        Type.Object({ userName: Type.String({ minLength: 1, maxLength: 16 }), account: Account }),
        (world, { userName, account }) => {
          const fact: UserQualified = { type: 'user-qualified', userName, account };
          world.record(fact);
          return { userName, account };
        },
      ),
    ],
    counts: (world) => ({ contracts: world.state(ratingStore).contracts.size }),
  };
}

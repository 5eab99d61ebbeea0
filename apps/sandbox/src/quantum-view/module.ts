import { eventKinds } from '@lading/contract/quantum-view/wire';
import { Type } from 'typebox';
import { command, type SandboxModule } from '../module.ts';
import { BATCH_DUE } from '../network/agenda.ts';
import { cutBatch } from './cut.ts';
import { quantumViewOperations } from './operations.ts';
import { quantumViewStore, type SubscriptionStatus } from './store.ts';
import { createSubscription, setStatus } from './subscriptions.ts';

const userName = Type.String({ minLength: 1, maxLength: 16 });
const name = Type.String({ minLength: 1, maxLength: 64 });

/** Quantum View: subscriptions, the files cut for them, and the one operation that hands them out. */
export const quantumViewModule: SandboxModule = {
  name: 'quantum-view',
  stores: [quantumViewStore],
  operations: quantumViewOperations,
  commands: [
    command(
      'create-subscription',
      Type.Object({
        userName,
        name,
        account: Type.String({ pattern: '^[0-9A-Z]{6}$' }),
        direction: Type.Union([
          Type.Literal('outbound'),
          Type.Literal('inbound'),
          Type.Literal('third-party'),
        ]),
        kinds: Type.Optional(
          Type.Array(Type.Union(eventKinds.map((kind) => Type.Literal(kind))), {
            minItems: 1,
            uniqueItems: true,
          }),
        ),
      }),
      (world, input) => createSubscription(world, input),
    ),
    statusCommand('activate-subscription', 'A'),
    statusCommand('deactivate-subscription', 'I'),
    statusCommand('suspend-subscription', 'S'),
  ],
  onDue: { [BATCH_DUE]: (world, key) => cutBatch(world, key) },
  seed: (world, { subscriptions }) => {
    for (const wish of subscriptions) createSubscription(world, wish);
  },
  counts: (world) => {
    const { subscriptions, files } = world.state(quantumViewStore);
    const all = [...files.values()].flat();
    return {
      subscriptions: subscriptions.size,
      quantumViewFiles: all.length,
      unreadQuantumViewFiles: all.filter((file) => !file.isRead).length,
    };
  },
};

function statusCommand(type: string, status: SubscriptionStatus) {
  return command(type, Type.Object({ userName, name }), (world, input) => setStatus(world, input, status));
}

import type { Clock } from '@lading/kit/clock';
import { carrierUsersModule } from './carrier-users/module.ts';
import type { SandboxModule } from './module.ts';
import { networkModule } from './network/module.ts';
import { createOAuthModule } from './oauth/module.ts';
import { quantumViewModule } from './quantum-view/module.ts';

/** Every part of the sandbox, in the order in which a new world is furnished. */
export function createModules(real: Clock): readonly SandboxModule[] {
  return [carrierUsersModule, createOAuthModule({ real }), networkModule, quantumViewModule];
}

import { findScreens } from '@lading/cli/screens';

/** Makes the screens once, before two hubs at a time would. */
export async function prepareScreens(): Promise<void> {
  await findScreens({ isBuilt: false, onBuild: () => undefined });
}

/** What the runner of the journeys calls first. */
export const setup = prepareScreens;

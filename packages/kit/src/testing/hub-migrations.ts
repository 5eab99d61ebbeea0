import { fileURLToPath } from 'node:url';

/** The house's real migrations, for the kit's own tests. Named by place, not imported. */
export const hubMigrations = fileURLToPath(new URL('../../../../apps/hub/migrations', import.meta.url));

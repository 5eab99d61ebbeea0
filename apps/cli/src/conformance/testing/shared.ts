import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';

/** Where the carrier's files lie, outside of the project. */
export const specsFolder = join(
  process.env['LADING_SHARED'] ?? resolve(import.meta.dirname, '../../../../../../shared'),
  'contract',
);

export const hasSpecs = existsSync(join(specsFolder, 'QuantumView.yaml'));

import type { Importer } from '@lading/kit/reference/importer';

/** Every kind of file that `lading data import` takes; the first that recognises a file reads it. */
export async function allImporters(): Promise<readonly Importer[]> {
  const { placesImporter } = await import('./places.ts');
  const { addressesImporter, rangesImporter } = await import('./streets.ts');
  const { ratesImporter, zoneChartImporter } = await import('./rating.ts');
  return [placesImporter, rangesImporter, addressesImporter, zoneChartImporter, ratesImporter];
}

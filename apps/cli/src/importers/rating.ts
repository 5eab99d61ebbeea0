import {
  type ReadRateSheet,
  type ReadZoneSheet,
  readRateSheet,
  readZoneSheet,
  type SheetFault,
} from '@lading/carrier/rating/sheets';
import { packRates, packZoneChart } from '@lading/carrier/rating/table-text';
import type { ImportedTable, Importer } from '@lading/kit/reference/importer';
import type { LineFaults } from '@lading/kit/reference/line-faults';
import { defineTexts, type Text } from '@lading/kit/text';
import { isCsv, isWorkbook, type Sheet, sheetsOf } from './sheets.ts';

/** Zone charts of the carrier, one table per origin area. */
export const zoneChartImporter: Importer = {
  kind: 'zone-chart',
  takes: {
    en: 'zone charts of the carrier (303.xls, 303.xlsx, or CSV with “Dest. ZIP”)',
    fr: 'tableaux de zones du transporteur (303.xls, 303.xlsx ou CSV avec « Dest. ZIP »)',
  },
  recognises: (file) =>
    (isWorkbook(file) && /^\d{3}\D/.test(file.name)) ||
    (isCsv(file) && /dest\.?\s*zip/i.test(headText(file))),
  read: async (file, faults) => {
    const tables: ImportedTable[] = [];
    for (const sheet of await sheetsOf(file)) {
      const chart = readZoneSheet(sheet.rows, file.name);
      if (chart === null) continue;
      tell(chart, sheet, faults);
      tables.push(...chart.origins.map((origin) => tableOf(origin, chart.rows, packZoneChart(chart.rows))));
    }
    if (tables.length === 0) faults.add(1, faultTexts.noChart);
    return tables;
  },
};

/** Rates of the carrier, one table per service and chart. */
export const ratesImporter: Importer = {
  kind: 'rates',
  takes: {
    en: 'rate tables of the carrier (a workbook with a sheet per service, or CSV of one service)',
    fr: 'tables de tarifs du transporteur (un classeur avec une feuille par service, ou un CSV d’un service)',
  },
  recognises: (file) =>
    isWorkbook(file) || (isCsv(file) && /^["\s]*(zones?|letter|\d+ ?lbs)/im.test(headText(file))),
  read: async (file, faults) => {
    const tables: ImportedTable[] = [];
    for (const sheet of await sheetsOf(file)) {
      const found = readRateSheet(sheet.rows, `${sheet.name} ${file.name}`);
      if (found === null) continue;
      tell(found, sheet, faults);
      tables.push(tableOf(`${found.service}-${found.chart}`, found.rows, packRates(found.rows)));
    }
    if (tables.length === 0) faults.add(1, faultTexts.noRates);
    return tables;
  },
};

const HEAD_TEXT = 8192;

function headText({ head }: { readonly head: Uint8Array }): string {
  return new TextDecoder().decode(head.subarray(0, HEAD_TEXT));
}

function tableOf(key: string, rows: readonly unknown[], text: string): ImportedTable {
  return { key, records: rows.length, bytes: new TextEncoder().encode(text) };
}

function tell({ faults: found }: ReadZoneSheet | ReadRateSheet, sheet: Sheet, faults: LineFaults): void {
  for (const { row, fault, cell } of found)
    faults.add(sheet.lines[row - 1] ?? row, faultTexts[fault], { cell, sheet: sheet.name });
}

const faultTexts = defineTexts({
  zone: {
    en: '“{cell}” in {sheet} is no zone',
    fr: '« {cell} » dans {sheet} n’est pas une zone',
  },
  price: {
    en: '“{cell}” in {sheet} is no price',
    fr: '« {cell} » dans {sheet} n’est pas un prix',
  },
  range: {
    en: 'the range “{cell}” in {sheet} runs backward',
    fr: 'la plage « {cell} » dans {sheet} va à rebours',
  },
  noChart: {
    en: 'no zone chart was found: a heading “Dest. ZIP” and the origin above it or in the file’s name',
    fr: 'aucun tableau de zones trouvé: un en-tête « Dest. ZIP » et l’origine au-dessus ou dans le nom du fichier',
  },
  noRates: {
    en: 'no rates were found: a service’s name, a row of zones, then a row for each weight',
    fr: 'aucun tarif trouvé: le nom d’un service, une ligne de zones, puis une ligne par poids',
  },
} satisfies Record<SheetFault['fault'] | 'noChart' | 'noRates', Text>);

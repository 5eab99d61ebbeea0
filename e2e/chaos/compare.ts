import type { ParcelDetail } from '@lading/hub/api/parcels';
import type { Truth } from './truth.ts';

export interface Difference {
  readonly lost: readonly string[];
  readonly doubled: readonly string[];
  readonly lostFiles: readonly string[];
}

/** What the hub shows against what the carrier holds. Nothing may be lost, nothing may stand twice. */
export function compare(truth: Truth, parcels: readonly ParcelDetail[]): Difference {
  const shown = new Map<string, number>();
  const files = new Set<string>();
  for (const parcel of parcels) {
    for (const event of parcel.events) {
      const isManifest = event.kind === 'manifest';
      const rest = isManifest ? '||' : `|${event.time.localAt}|${event.code}`;
      const fact = `${parcel.trackingNumber}|${event.kind}${rest}`;
      shown.set(fact, (shown.get(fact) ?? 0) + 1);
      for (const source of event.sources) files.add(`${source.subscription}/${source.fileName}`);
    }
  }
  return {
    lost: [...truth.facts].filter(([fact, count]) => (shown.get(fact) ?? 0) < count).map(([fact]) => fact),
    doubled: [...shown].filter(([fact, count]) => count > (truth.facts.get(fact) ?? 0)).map(([fact]) => fact),
    lostFiles: [...truth.files].filter((file) => !files.has(file)),
  };
}

export function isEqual(difference: Difference): boolean {
  return Object.values(difference).every((list) => list.length === 0);
}

export function describe(difference: Difference): string {
  const parts = Object.entries(difference).map(([name, list]: [string, readonly string[]]) => {
    const some = list.slice(0, 3).join(', ');
    return `${list.length} ${name}${list.length > 0 ? ` (${some}${list.length > 3 ? ', …' : ''})` : ''}`;
  });
  return parts.join(', ');
}

import { useReader, useSay } from '@lading/ui/parts/language';
import { formatInstant } from '@lading/ui/time';
import type { Subscription } from '../../../api/integrations.ts';
import { texts } from '../text.ts';

/** A hole in a subscription's feed, whatever else went wrong since. */
export function Gap({ gap }: { gap: NonNullable<Subscription['gap']> }) {
  const t = useSay();
  const { locale, zone } = useReader();
  const at = (iso: string) => formatInstant(iso, locale, zone);
  return (
    <span className="small second bad-text">
      {t(texts.gap, { from: at(gap.from), until: at(gap.until), hours: hoursOf(gap) })}
    </span>
  );
}

const HOUR_MS = 3_600_000;

/** Begun hours, as many as may be missing. */
function hoursOf({ from, until }: NonNullable<Subscription['gap']>): number {
  return Math.ceil((Date.parse(until) - Date.parse(from)) / HOUR_MS);
}

import { useReader, useSay } from '@lading/ui/parts/language';
import { formatInstant } from '@lading/ui/time';
import type { Subscription } from '../../../api/integrations.ts';
import { texts } from '../text.ts';

/** Somebody else reads the same subscription: since when that is known, and by which files. */
export function CompetingReader({ competitor }: { competitor: NonNullable<Subscription['competitor']> }) {
  const t = useSay();
  const { locale, zone } = useReader();
  const { at, files, lastFile } = competitor;
  return (
    <span className="small second bad-text">
      {t(texts.competitor, { at: formatInstant(at, locale, zone), files, lastFile })}
    </span>
  );
}

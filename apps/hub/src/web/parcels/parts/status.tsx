import type { Text } from '@lading/kit/text';
import { useSay } from '@lading/ui/parts/language';
import { Badge, type Tone } from '@lading/ui/parts/notice';
import type { ParcelRow } from '../../../api/parcels.ts';
import { statusTexts, texts } from '../text.ts';

const TONES: Readonly<Record<ParcelRow['status'], Tone>> = {
  manifested: 'calm',
  'picked-up': 'accent',
  'in-transit': 'accent',
  'out-for-delivery': 'accent',
  exception: 'bad',
  delivered: 'good',
  returned: 'warn',
  voided: 'calm',
};

/** Status first; lateness stands beside it, because a late parcel still has a status. */
export function StatusBadge({ parcel }: { parcel: Pick<ParcelRow, 'status' | 'isLate' | 'isRescheduled'> }) {
  const t = useSay();
  return (
    <span className="row badges">
      <Badge tone={TONES[parcel.status]}>{t(statusTexts[parcel.status])}</Badge>
      {parcel.isLate ? <Badge tone="warn">{t(texts.late)}</Badge> : null}
      {parcel.isRescheduled && !parcel.isLate ? <Badge>{t(texts.rescheduled)}</Badge> : null}
    </span>
  );
}

export const directionTexts: Readonly<Record<'outbound' | 'inbound' | 'third-party', Text>> = {
  outbound: texts.outbound,
  inbound: texts.inbound,
  'third-party': texts.thirdParty,
};

import { useSay } from '@lading/ui/parts/language';
import { Badge } from '@lading/ui/parts/notice';
import type { Integration } from '../../../api/integrations.ts';
import { texts } from '../text.ts';

export function AuthorizedStatus({ status }: { status: Integration['status'] }) {
  const t = useSay();
  if (status === 'authorized') return <Badge tone="good">{t(texts.authorized)}</Badge>;
  if (status === 'pending') return <Badge tone="warn">{t(texts.notAuthorized)}</Badge>;
  return <Badge tone="bad">{t(texts.reauthorization)}</Badge>;
}

import { useSay } from '@lading/ui/parts/language';
import { Notice } from '@lading/ui/parts/notice';
import { useSession } from '../../session.ts';
import { Heading } from '../../shell/heading.tsx';
import { WhomToAsk } from '../../way-in/parts/whom-to-ask.tsx';
import { texts } from '../text.ts';

/** No dead end: who can do it, by name. */
export function AdministratorsOnly({ title }: { title?: string }) {
  const t = useSay();
  const { company } = useSession();
  return (
    <div className="screen stack">
      <Heading title={title ?? t(texts.title)} />
      <Notice tone="warn" title={t(texts.notAdministrator)}>
        <p>{t(texts.askAdministrator, { names: company?.administrators.join(', ') || '—' })}</p>
        <WhomToAsk />
      </Notice>
    </div>
  );
}

import { defineTexts } from '@lading/kit/text';
import { useReader, useSay } from '@lading/ui/parts/language';
import { formatDay } from '@lading/ui/time';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { Session } from '../../api/session.ts';
import { dayIn } from '../way-in/day.ts';
import { standingQuery } from '../way-in/queries.ts';

const texts = defineTexts({
  before: {
    en: 'From {day} the carrier accepts the new authorization only. Data keeps flowing before and after; one administrator takes four steps.',
    fr: 'À compter du {day}, le transporteur n’acceptera que la nouvelle autorisation. Les données continuent d’arriver avant et après; un administrateur franchit quatre étapes.',
  },
  after: {
    en: 'Since {day} the carrier asks for the new authorization. Data keeps flowing; take the four steps as soon as you can.',
    fr: 'Depuis le {day}, le transporteur exige la nouvelle autorisation. Les données continuent d’arriver; franchissez les quatre étapes dès que possible.',
  },
  steps: { en: 'Migration steps', fr: 'Étapes de la migration' },
});

/** For the administrators of a company that has not come over; everybody else has nothing to do about it. */
export function CutOverBanner({ session }: { session: Session }) {
  const t = useSay();
  const { locale } = useReader();
  const isConcerned = session.company?.role === 'administrator';
  const { data } = useQuery({ ...standingQuery, enabled: isConcerned });
  if (!isConcerned || !data?.cutOver || data.cutOver.isMigrated !== false) return null;
  const { on } = data.cutOver;
  const nowMs = Date.parse(session.now);
  const today = dayIn(session.company?.zone ?? session.user.zone, new Date(nowMs));
  const text = today >= on ? texts.after : texts.before;
  return (
    <aside className="cut-over small" aria-label={t(texts.steps)}>
      {t(text, { day: formatDay(on, locale, nowMs) })} <Link to="/way-in">{t(texts.steps)}</Link>
    </aside>
  );
}

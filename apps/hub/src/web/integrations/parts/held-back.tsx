import { useReader, useSay } from '@lading/ui/parts/language';
import { formatInstant } from '@lading/ui/time';
import type { Subscription } from '../../../api/integrations.ts';
import { texts } from '../text.ts';

const MOST_SHOWN = 10;

/** What could not be read, with the place; kept whole until a replay releases it. */
export function HeldBack({ heldBack }: { heldBack: Subscription['heldBack'] }) {
  const t = useSay();
  const { locale, zone } = useReader();
  return (
    <details className="small second">
      <summary className="bad-text">{t(texts.heldBack, { count: heldBack.length })}</summary>
      <p className="soft">{t(texts.heldBackHint)}</p>
      <ul className="stack tight">
        {heldBack.slice(0, MOST_SHOWN).map(({ fileName, fault, at }) => (
          <li key={`${fileName} ${fault} ${at}`}>
            <code className="exact">{fileName ?? t(texts.wholeAnswer)}</code>{' '}
            <span className="soft">{formatInstant(at, locale, zone)}</span>{' '}
            <span className="mono">{fault}</span>
          </li>
        ))}
      </ul>
    </details>
  );
}

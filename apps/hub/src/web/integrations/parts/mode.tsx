import { Confirm } from '@lading/ui/parts/confirm';
import { useReader, useSay } from '@lading/ui/parts/language';
import { Badge } from '@lading/ui/parts/notice';
import { formatInstant } from '@lading/ui/time';
import { useState } from 'react';
import type { Integration } from '../../../api/integrations.ts';
import { Failure } from '../../shell/trouble.tsx';
import { useSwitch } from '../queries.ts';
import { texts } from '../text.ts';

const MODES = {
  shadow: {
    ...{ name: texts.inShadow, lead: texts.shadowLead, tone: 'calm' as const },
    ...{ act: texts.takeOver, title: texts.takeOverTitle, to: 'take-over' as const },
    says: [texts.takeOverTakes, texts.takeOverStop, texts.ownSubscription, texts.takeOverBack],
  },
  unread: {
    ...{ name: texts.inUnread, lead: texts.unreadLead, tone: 'accent' as const },
    ...{ act: texts.handBack, title: texts.handBackTitle, to: 'hand-back' as const },
    says: [texts.handBackLeaves, texts.handBackKeeps],
  },
} as const;

/** How the integration reads, what that does to other programs, and the deliberate step to the other way. */
export function Mode({ integration }: { integration: Integration }) {
  const t = useSay();
  const { locale, zone } = useReader();
  const [isAsking, setAsking] = useState(false);
  const { integrationId, mode, modeSince } = integration;
  const { name, lead, tone, act, title, to, says } = MODES[mode];
  const change = useSwitch(integrationId);
  const confirm = () => {
    setAsking(false);
    change.mutate(to);
  };
  return (
    <section className="card stack tight" aria-label={t(texts.mode)}>
      <div className="row apart">
        <div className="row">
          <h2>{t(texts.mode)}</h2>
          <Badge tone={tone}>{t(name)}</Badge>
          {modeSince ? (
            <span className="soft small">
              {t(texts.modeSince, { at: formatInstant(modeSince, locale, zone) })}
            </span>
          ) : null}
        </div>
        <button type="button" className="button" disabled={change.isPending} onClick={() => setAsking(true)}>
          {t(act)}
        </button>
      </div>
      <p>{t(lead)}</p>
      {mode === 'shadow' ? <p className="soft small">{t(texts.ownSubscription)}</p> : null}
      {change.error ? <Failure error={change.error} /> : null}
      <Confirm
        isOpen={isAsking}
        title={t(title)}
        confirm={t(act)}
        cancel={t(texts.cancel)}
        onConfirm={confirm}
        onCancel={() => setAsking(false)}
      >
        <ul className="stack tight">
          {says.map((text) => (
            <li key={text.en}>{t(text)}</li>
          ))}
        </ul>
      </Confirm>
    </section>
  );
}

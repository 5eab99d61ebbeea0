import { useReader, useSay } from '@lading/ui/parts/language';
import { Loading } from '@lading/ui/parts/loading';
import { Notice } from '@lading/ui/parts/notice';
import { formatAge } from '@lading/ui/time';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { Integration, SelfTest, Subscription } from '../../api/integrations.ts';
import { faultText } from '../../api/reading-faults.ts';
import { useNow } from '../now.ts';
import { useSession } from '../session.ts';
import { EnvironmentBadge } from '../shell/environment.tsx';
import { Heading } from '../shell/heading.tsx';
import { texts as shellTexts } from '../shell/text.ts';
import { Failure } from '../shell/trouble.tsx';
import { Checklist } from '../way-in/parts/checklist.tsx';
import { WhomToAsk } from '../way-in/parts/whom-to-ask.tsx';
import { forgetCreatedDraft } from './draft.ts';
import { AdministratorsOnly } from './parts/administrators-only.tsx';
import { AuthorizedStatus } from './parts/authorized-status.tsx';
import { CompetingReader } from './parts/competitor.tsx';
import { Gap } from './parts/gap.tsx';
import { TestOutcome } from './parts/self-test.tsx';
import { integrationsQuery } from './queries.ts';
import { texts } from './text.ts';
import { againText, typeNames } from './type-name.ts';

export function IntegrationsPage() {
  const { company } = useSession();
  return company?.role === 'administrator' ? <Administered /> : <AdministratorsOnly />;
}

function Administered() {
  const t = useSay();
  const { data, error, refetch } = useQuery(integrationsQuery);
  return (
    <div className="screen stack">
      <div className="row apart">
        <Heading title={t(texts.title)} />
        <Link
          to="/integrations/create/$step"
          params={{ step: 'name' }}
          className="button primary"
          onClick={forgetCreatedDraft}
        >
          {t(texts.create)}
        </Link>
      </div>
      <p className="soft">{t(texts.lead)}</p>
      {error && !data ? <Failure error={error} onRetry={() => void refetch()} /> : null}
      {!data && !error ? <Loading label={t(shellTexts.loading)} /> : null}
      {data?.integrations.length === 0 ? (
        <Notice title={t(texts.empty)}>
          <p>{t(texts.emptyHint)}</p>
        </Notice>
      ) : null}
      {data?.integrations.some((one) => one.status !== 'authorized') ? <WhomToAsk /> : null}
      {data && data.integrations.length > 0 ? <List integrations={data.integrations} /> : null}
      <Checklist />
    </div>
  );
}

function List({ integrations }: { integrations: readonly Integration[] }) {
  const t = useSay();
  return (
    <table className="table cards">
      <thead>
        <tr>
          <th scope="col">{t(texts.name)}</th>
          <th scope="col">{t(texts.type)}</th>
          <th scope="col">{t(texts.authorizedStatus)}</th>
          <th scope="col">{t(texts.subscriptions)}</th>
        </tr>
      </thead>
      <tbody>
        {integrations.map((integration) => (
          <Row key={integration.integrationId} integration={integration} />
        ))}
      </tbody>
    </table>
  );
}

function Row({ integration }: { integration: Integration }) {
  const t = useSay();
  const { integrationId } = integration;
  return (
    <tr>
      <td>
        <Link to="/integrations/$integrationId" params={{ integrationId }}>
          {integration.name}
        </Link>{' '}
        <EnvironmentBadge environment={integration.environment} />
      </td>
      <td data-label={t(texts.type)} className="only-wide nowrap">
        {t(typeNames[integration.type])}
      </td>
      <td data-label={t(texts.authorizedStatus)}>
        <div className="row">
          <AuthorizedStatus status={integration.status} />
          {integration.status === 'authorized' ? null : (
            <Link to="/integrations/$integrationId/authorize" params={{ integrationId }}>
              {t(integration.status === 'pending' ? texts.resume : againText(integration))}
            </Link>
          )}
          {integration.lastFault && integration.status !== 'authorized' ? (
            <span className="small bad-text">{t(faultText(integration.lastFault))}</span>
          ) : null}
        </div>
      </td>
      <td data-label={t(texts.subscriptions)}>
        <Subscriptions integration={integration} />
      </td>
    </tr>
  );
}

function Subscriptions({ integration }: { integration: Integration }) {
  return (
    <ul className="stack tight">
      {integration.subscriptions.map((one) => (
        <li key={one.subscriptionId}>
          <SubscriptionState
            subscription={one}
            tested={integration.selfTest?.subscriptions.find((test) => test.name === one.name)}
          />
        </li>
      ))}
    </ul>
  );
}

interface StateProps {
  readonly subscription: Subscription;
  /** What the last self-test said of it. */
  readonly tested: SelfTest['subscriptions'][number] | undefined;
}

function SubscriptionState({ subscription, tested }: StateProps) {
  const t = useSay();
  const { locale } = useReader();
  const now = useNow();
  const { name, competitor, gap, lastWalkAt, lastFault } = subscription;
  return (
    <>
      <span className="row">
        <code className="exact">{name}</code>
        <span className="soft small">
          {lastWalkAt ? t(texts.lastWalk, { age: formatAge(lastWalkAt, now, locale) }) : t(texts.neverRead)}
        </span>
        {tested && tested.outcome !== 'found' ? <TestOutcome outcome={tested.outcome} /> : null}
      </span>
      {lastFault ? <span className="small second bad-text">{t(faultText(lastFault))}</span> : null}
      {gap ? <Gap gap={gap} /> : null}
      {competitor ? <CompetingReader competitor={competitor} /> : null}
    </>
  );
}

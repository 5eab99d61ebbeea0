import type { Text } from '@lading/kit/text';
import { useSay } from '@lading/ui/parts/language';
import { Loading } from '@lading/ui/parts/loading';
import { Notice } from '@lading/ui/parts/notice';
import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { useState } from 'react';
import type { Integration } from '../../api/integrations.ts';
import { callFaultText } from '../../api/reading-faults.ts';
import { useSession } from '../session.ts';
import { Heading } from '../shell/heading.tsx';
import { texts as shellTexts } from '../shell/text.ts';
import { Failure } from '../shell/trouble.tsx';
import { WhomToAsk } from '../way-in/parts/whom-to-ask.tsx';
import type { Progress } from './authorization.ts';
import { AdministratorsOnly } from './parts/administrators-only.tsx';
import { OwnApplicationForm } from './parts/own-application.tsx';
import { SelfTestResult } from './parts/self-test.tsx';
import { Steps } from './parts/steps.tsx';
import { integrationQuery } from './queries.ts';
import { texts } from './text.ts';
import { useAuthorization } from './use-authorization.ts';

/** Step 4, for a new integration and for one that must be authorized again. */
export function AuthorizePage() {
  const t = useSay();
  const { company } = useSession();
  const { integrationId } = useParams({ from: '/integrations/$integrationId/authorize' });
  const isAdministrator = company?.role === 'administrator';
  const { data, error, refetch } = useQuery({ ...integrationQuery(integrationId), enabled: isAdministrator });
  if (!isAdministrator) return <AdministratorsOnly />;
  return (
    <div className="screen narrow stack">
      <Heading title={t(texts.title)} />
      <Steps current={4} />
      {error && !data ? <Failure error={error} onRetry={() => void refetch()} /> : null}
      {!data && !error ? <Loading label={t(shellTexts.loading)} /> : null}
      {data?.type === 'ups-quantum-view-data' ? <Authorize integration={data} /> : null}
      {data?.type === 'ups-quantum-view-data-own' ? <SignIn integration={data} /> : null}
    </div>
  );
}

/** No window and no log-in: the application's own key, and how the carrier took it. */
function SignIn({ integration }: { integration: Integration }) {
  const t = useSay();
  const [isDone, setDone] = useState(false);
  const isRefused = integration.status === 'reauthorization-required';
  return (
    <div className="card stack">
      <h2>{integration.name}</h2>
      {isDone ? <Notice tone="good">{t(texts.applicationWorks)}</Notice> : null}
      {isRefused && !isDone ? <Notice tone="bad">{t(texts.applicationRefused)}</Notice> : null}
      {isDone ? (
        <Done integration={integration} />
      ) : (
        <>
          <OwnApplicationForm integration={integration} onAuthorized={() => setDone(true)} />
          <WhomToAsk />
        </>
      )}
      <div className="row">
        <Link to="/integrations" className={isDone ? 'button primary' : 'button quiet'}>
          {t(isDone ? texts.completeAndClose : texts.allIntegrations)}
        </Link>
      </div>
    </div>
  );
}

function Authorize({ integration }: { integration: Integration }) {
  const t = useSay();
  const { progress, error, start } = useAuthorization(integration.integrationId);
  const isDone = progress.kind === 'authorized';
  return (
    <div className="card stack">
      <h2>{integration.name}</h2>
      {isDone ? null : (
        <>
          <p>{t(texts.authorizeLead)}</p>
          <p className="soft small">{t(texts.sharedMailbox)}</p>
        </>
      )}
      {error ? <Failure error={error} /> : null}
      <ProgressNotice progress={progress} />
      {isDone ? <Done integration={integration} /> : <WhomToAsk />}
      <div className="row">
        {isDone ? (
          <Link to="/integrations" className="button primary">
            {t(texts.completeAndClose)}
          </Link>
        ) : (
          <button
            type="button"
            className="button primary"
            disabled={progress.kind === 'opening' || progress.kind === 'exchanging'}
            onClick={start}
          >
            {t(texts.authorize)}
          </button>
        )}
        {isDone ? null : (
          <Link to="/integrations" className="button quiet">
            {t(texts.allIntegrations)}
          </Link>
        )}
      </div>
    </div>
  );
}

function Done({ integration }: { integration: Integration }) {
  const t = useSay();
  const { integrationId, selfTest } = integration;
  if (selfTest === null) return <Loading label={t(texts.testing)} />;
  const found = selfTest.subscriptions.filter((one) => one.outcome === 'found').length;
  return (
    <>
      {found < selfTest.subscriptions.length ? (
        <Notice tone="warn">
          <p>{t(found === 0 ? texts.noneFound : texts.someNotFound)}</p>
          <p>
            <Link to="/integrations/$integrationId" params={{ integrationId }} className="button">
              {t(texts.correctNames)}
            </Link>
          </p>
        </Notice>
      ) : null}
      <SelfTestResult test={selfTest} />
      {integration.mode === 'shadow' ? <p className="soft small">{t(texts.startsInShadow)}</p> : null}
    </>
  );
}

type Sentence = readonly [Text, 'calm' | 'good' | 'warn' | 'bad' | 'accent'];

const SENTENCES: Readonly<Record<Exclude<Progress['kind'], 'ready'>, Sentence>> = {
  opening: [texts.opening, 'accent'],
  blocked: [texts.blocked, 'warn'],
  waiting: [texts.waiting, 'accent'],
  closed: [texts.closedEarly, 'warn'],
  exchanging: [texts.exchanging, 'accent'],
  refused: [texts.refused, 'bad'],
  failed: [texts.failed, 'bad'],
  expired: [texts.expired, 'warn'],
  authorized: [texts.success, 'good'],
};

function ProgressNotice({ progress }: { progress: Progress }) {
  const t = useSay();
  if (progress.kind === 'ready') return null;
  const [text, tone] = SENTENCES[progress.kind];
  return (
    <Notice tone={tone}>
      <p>{t(text)}</p>
      {'fault' in progress && progress.fault ? (
        <p className="small">
          {progress.kind === 'refused' ? '' : `${t(callFaultText(progress.fault))} `}
          <span className="mono soft">{progress.fault.code}</span>
        </p>
      ) : null}
      {progress.kind === 'blocked' ? (
        <p>
          <a className="button" href={progress.popupUrl} target="_blank" rel="noopener">
            {t(texts.openYourself)}
          </a>
        </p>
      ) : null}
    </Notice>
  );
}

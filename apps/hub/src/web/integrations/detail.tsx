import { Confirm } from '@lading/ui/parts/confirm';
import { useReader, useSay } from '@lading/ui/parts/language';
import { Loading } from '@lading/ui/parts/loading';
import { Notice } from '@lading/ui/parts/notice';
import { formatInstant } from '@lading/ui/time';
import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate, useParams } from '@tanstack/react-router';
import { useState } from 'react';
import type { Integration } from '../../api/integrations.ts';
import { faultText } from '../../api/reading-faults.ts';
import { useSession } from '../session.ts';
import { EnvironmentBadge } from '../shell/environment.tsx';
import { Heading } from '../shell/heading.tsx';
import { texts as shellTexts } from '../shell/text.ts';
import { Failure, FailureScreen } from '../shell/trouble.tsx';
import { WhomToAsk } from '../way-in/parts/whom-to-ask.tsx';
import { AdministratorsOnly } from './parts/administrators-only.tsx';
import { AuthorizedStatus } from './parts/authorized-status.tsx';
import { IntegrationForm } from './parts/integration-form.tsx';
import { Mode } from './parts/mode.tsx';
import { SelfTestResult } from './parts/self-test.tsx';
import { Subscriptions } from './parts/subscriptions.tsx';
import { integrationQuery, useChange, useReadNow, useRemove, useSelfTest } from './queries.ts';
import { texts } from './text.ts';
import { againText, typeNames } from './type-name.ts';

export function IntegrationPage() {
  const t = useSay();
  const { company } = useSession();
  const { integrationId } = useParams({ from: '/integrations/$integrationId' });
  const isAdministrator = company?.role === 'administrator';
  const { data, error, refetch } = useQuery({ ...integrationQuery(integrationId), enabled: isAdministrator });
  if (!isAdministrator) return <AdministratorsOnly />;
  return (
    <div className="screen stack">
      <p>
        <Link to="/integrations">← {t(texts.allIntegrations)}</Link>
      </p>
      {error && !data ? <FailureScreen error={error} onRetry={() => void refetch()} /> : null}
      {!data && !error ? <Loading label={t(shellTexts.loading)} /> : null}
      {data ? <OneIntegration integration={data} /> : null}
    </div>
  );
}

function OneIntegration({ integration }: { integration: Integration }) {
  const change = useChange(integration.integrationId);
  return (
    <>
      <div className="row">
        <Heading title={integration.name} />
        <AuthorizedStatus status={integration.status} />
        <EnvironmentBadge environment={integration.environment} />
      </div>
      <Facts integration={integration} />
      {integration.status === 'authorized' ? null : <WhomToAsk />}
      <Subscriptions subscriptions={integration.subscriptions} />
      {integration.status === 'pending' ? null : <Mode integration={integration} />}
      <div className="split even">
        <IntegrationForm key={formKey(integration)} integration={integration} change={change} />
        <div className="card stack">
          <Actions integration={integration} />
          {integration.selfTest ? <SelfTestResult test={integration.selfTest} /> : null}
        </div>
      </div>
    </>
  );
}

/** A saved name or subscription begins the form anew; reading times that move on do not touch what is typed. */
function formKey({ integrationId, name, subscriptions }: Integration): string {
  return [integrationId, name, ...subscriptions.map((one) => one.subscriptionId)].join(' ');
}

function Facts({ integration }: { integration: Integration }) {
  const t = useSay();
  const { locale, zone } = useReader();
  const at = (iso: string) => formatInstant(iso, locale, zone);
  return (
    <div className="stack tight">
      <p className="soft small">
        {t(typeNames[integration.type])}
        {integration.application ? ` · ${t(texts.application, integration.application)}` : ''} ·{' '}
        {t(texts.createdOn)} {at(integration.createdAt)}
        {integration.authorizedAt
          ? ` · ${t(texts.authorized)} ${at(integration.authorizedAt)} ${
              integration.authorizedBy ? t(texts.authorizedBy, { name: integration.authorizedBy }) : ''
            }`
          : ''}
      </p>
      {integration.type === 'ups-quantum-view-data-own' &&
      integration.status === 'reauthorization-required' ? (
        <Notice tone="bad">{t(texts.applicationRefused)}</Notice>
      ) : null}
      {integration.lastFault ? (
        <Notice tone="bad" title={t(texts.lastFault)}>
          <p>
            {t(faultText(integration.lastFault))}{' '}
            <span className="soft small">{at(integration.lastFault.at)}</span>
          </p>
        </Notice>
      ) : null}
    </div>
  );
}

function Actions({ integration }: { integration: Integration }) {
  const t = useSay();
  const { integrationId, status } = integration;
  const selfTest = useSelfTest(integrationId);
  const readNow = useReadNow(integrationId);
  return (
    <div className="stack tight">
      <div className="row">
        <Link
          to="/integrations/$integrationId/authorize"
          params={{ integrationId }}
          className={status === 'authorized' ? 'button' : 'button primary'}
        >
          {t(status === 'pending' ? texts.authorize : againText(integration))}
        </Link>
        {status === 'authorized' ? (
          <>
            <button
              type="button"
              className="button"
              disabled={selfTest.isPending}
              onClick={() => selfTest.mutate()}
            >
              {t(selfTest.isPending ? texts.testing : texts.runTest)}
            </button>
            <button
              type="button"
              className="button"
              disabled={readNow.isPending}
              onClick={() => readNow.mutate()}
            >
              {t(texts.readNow)}
            </button>
          </>
        ) : null}
        <Remove integrationId={integrationId} />
      </div>
      {readNow.isSuccess ? <Notice tone="good">{t(texts.readingNow)}</Notice> : null}
      {selfTest.error ? <Failure error={selfTest.error} /> : null}
      {readNow.error ? <Failure error={readNow.error} /> : null}
    </div>
  );
}

function Remove({ integrationId }: { integrationId: string }) {
  const t = useSay();
  const navigate = useNavigate();
  const remove = useRemove(integrationId);
  const [isAsking, setAsking] = useState(false);
  const confirm = () => {
    setAsking(false);
    remove.mutate(undefined, { onSuccess: () => void navigate({ to: '/integrations' }) });
  };
  return (
    <>
      <button type="button" className="button danger" onClick={() => setAsking(true)}>
        {t(texts.remove)}
      </button>
      <Confirm
        isOpen={isAsking}
        title={t(texts.removeTitle)}
        confirm={t(texts.remove)}
        cancel={t(texts.cancel)}
        onConfirm={confirm}
        onCancel={() => setAsking(false)}
      >
        <p>{t(texts.removeText)}</p>
      </Confirm>
      {remove.error ? <Failure error={remove.error} /> : null}
    </>
  );
}

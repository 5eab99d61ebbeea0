import { Field, Select } from '@lading/ui/parts/field';
import { useSay } from '@lading/ui/parts/language';
import { Notice } from '@lading/ui/parts/notice';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Link, Navigate, useNavigate, useParams } from '@tanstack/react-router';
import { type FormEvent, type ReactNode, useState } from 'react';
import type { Integration } from '../../api/integrations.ts';
import { INTEGRATION_TYPES } from '../../api/words.ts';
import { call } from '../api.ts';
import { sessionQuery, useSession } from '../session.ts';
import { environmentNames } from '../shell/environment-names.ts';
import { Heading } from '../shell/heading.tsx';
import { Failure } from '../shell/trouble.tsx';
import { ProvidedNames, useNameRemarks, useProvidedNames } from '../way-in/parts/provided-names.tsx';
import { WhomToAsk } from '../way-in/parts/whom-to-ask.tsx';
import {
  type Draft,
  forgetDraft,
  isStepDone,
  keepDraft,
  readDraft,
  toNewIntegration,
  troubleOf,
} from './draft.ts';
import { AdministratorsOnly } from './parts/administrators-only.tsx';
import { Steps } from './parts/steps.tsx';
import { integrationsQuery } from './queries.ts';
import { texts } from './text.ts';
import { typeNames } from './type-name.ts';

interface StepProps {
  readonly draft: Draft;
  readonly onChange: (draft: Draft) => void;
}

/** Steps 1 to 3; each has its address, and a reload keeps what was typed. */
export function CreateIntegrationPage() {
  const { step } = useParams({ from: '/integrations/create/$step' });
  const { company } = useSession();
  const [draft, setDraft] = useState(readDraft);
  const change = (next: Draft) => {
    keepDraft(next);
    setDraft(next);
  };
  if (company?.role !== 'administrator') return <AdministratorsOnly />;
  if (draft.createdId !== null && step !== 'review') {
    return <Navigate to="/integrations/create/$step" params={{ step: 'review' }} replace />;
  }
  const first = <Navigate to="/integrations/create/$step" params={{ step: 'name' }} replace />;
  if (step === 'name') return <NameStep draft={draft} onChange={change} />;
  if (!isStepDone(draft, 'name')) return first;
  if (step === 'subscriptions') return <SubscriptionsStep draft={draft} onChange={change} />;
  if (step === 'review' && isStepDone(draft, 'subscriptions')) {
    return <ReviewStep draft={draft} onChange={change} />;
  }
  return first;
}

interface WizardProps {
  readonly current: 1 | 2 | 3;
  readonly children: ReactNode;
  readonly onSubmit: () => void;
}

function Wizard({ current, children, onSubmit }: WizardProps) {
  const t = useSay();
  const submit = (event: FormEvent) => {
    event.preventDefault();
    onSubmit();
  };
  return (
    <div className="screen narrow stack">
      <Heading title={t(texts.title)} />
      <Steps current={current} />
      <form className="card stack" onSubmit={submit} noValidate>
        {children}
      </form>
    </div>
  );
}

function NameStep({ draft, onChange }: StepProps) {
  const t = useSay();
  const navigate = useNavigate();
  const [isTried, setTried] = useState(false);
  const trouble = troubleOf(draft);
  const next = () => {
    setTried(true);
    if (isStepDone(draft, 'name')) {
      void navigate({ to: '/integrations/create/$step', params: { step: 'subscriptions' } });
    }
  };
  return (
    <Wizard current={1} onSubmit={next}>
      <Field
        label={t(texts.name)}
        name="name"
        value={draft.name}
        placeholder={t(texts.nameExample)}
        hint={t(texts.nameHint)}
        trouble={isTried && trouble.name ? t(trouble.name) : null}
        autoFocus
        onChange={(event) => onChange({ ...draft, name: event.target.value })}
      />
      <Select
        label={t(texts.type)}
        name="type"
        trouble={isTried && trouble.type ? t(trouble.type) : null}
        value={draft.type}
        choices={[
          { value: '', label: t(texts.chooseType) },
          ...INTEGRATION_TYPES.map((type) => ({ value: type, label: t(typeNames[type]) })),
        ]}
        onChange={(type) => onChange({ ...draft, type })}
      />
      <EnvironmentChoice draft={draft} onChange={onChange} />
      <div className="row">
        <button type="submit" className="button primary">
          {t(texts.step2)}
        </button>
        <Link to="/integrations" className="button quiet">
          {t(texts.cancel)}
        </Link>
      </div>
    </Wizard>
  );
}

/** Where the hub is set up for several sides of the carrier, an integration belongs to one of them for good. */
function EnvironmentChoice({ draft, onChange }: StepProps) {
  const t = useSay();
  const { data } = useQuery(integrationsQuery);
  const environments = data?.environments ?? [];
  const [proposed] = environments;
  if (environments.length < 2 || proposed === undefined) return null;
  return (
    <Select
      label={t(texts.environment)}
      name="environment"
      value={draft.environment || proposed}
      choices={environments.map((value) => ({ value, label: t(environmentNames[value]) }))}
      onChange={(environment) => onChange({ ...draft, environment })}
    />
  );
}

function SubscriptionsStep({ draft, onChange }: StepProps) {
  const t = useSay();
  const navigate = useNavigate();
  const [isTried, setTried] = useState(false);
  const provided = useProvidedNames();
  const trouble = troubleOf(draft);
  const next = () => {
    setTried(true);
    if (isStepDone(draft, 'subscriptions')) {
      void navigate({ to: '/integrations/create/$step', params: { step: 'review' } });
    }
  };
  const set = (index: number, value: string) => {
    const [first, second, third] = draft.subscriptions.map((one, at) => (at === index ? value : one));
    onChange({ ...draft, subscriptions: [first ?? '', second ?? '', third ?? ''] });
  };
  return (
    <Wizard current={2} onSubmit={next}>
      <p>{t(texts.subscriptionsLead)}</p>
      <ProvidedNames names={provided} />
      {draft.subscriptions.map((name, index) => (
        <SubscriptionField
          // biome-ignore lint/suspicious/noArrayIndexKey: the three fields never move
          key={index}
          number={index + 1}
          value={name}
          others={draft.subscriptions}
          trouble={trouble.subscriptions[index] ? t(trouble.subscriptions[index]) : null}
          onChange={(value) => set(index, value)}
        />
      ))}
      {isTried && trouble.noSubscription ? <Notice tone="bad">{t(trouble.noSubscription)}</Notice> : null}
      <p className="soft small">{t(texts.ownSubscription)}</p>
      <WhomToAsk />
      <div className="row">
        <button type="submit" className="button primary">
          {t(texts.step3)}
        </button>
        <Link to="/integrations/create/$step" params={{ step: 'name' }} className="button quiet">
          {t(texts.back)}
        </Link>
      </div>
    </Wizard>
  );
}

interface SubscriptionFieldProps {
  readonly number: number;
  readonly value: string;
  readonly others: readonly string[];
  readonly trouble: string | null;
  readonly onChange: (value: string) => void;
}

function SubscriptionField({ number, value, others, trouble, onChange }: SubscriptionFieldProps) {
  const t = useSay();
  const remarks = useNameRemarks(value, others);
  return (
    <Field
      className="input mono"
      autoFocus={number === 1}
      label={t(texts.subscriptionNumbered, { number })}
      name={`subscription-${number}`}
      value={value}
      autoComplete="off"
      autoCapitalize="off"
      spellCheck={false}
      trouble={trouble}
      {...remarks}
      onChange={(event) => onChange(event.target.value)}
    />
  );
}

function ReviewStep({ draft, onChange }: StepProps) {
  const t = useSay();
  const navigate = useNavigate();
  const create = useCreate();
  const { createdId } = draft;
  const submit = () => {
    if (createdId === null) {
      create.mutate(draft, { onSuccess: (made) => onChange({ ...draft, createdId: made.integrationId }) });
      return;
    }
    forgetDraft();
    void navigate({ to: '/integrations/$integrationId/authorize', params: { integrationId: createdId } });
  };
  return (
    <Wizard current={3} onSubmit={submit}>
      {createdId === null ? (
        <p>{t(texts.reviewLead)}</p>
      ) : (
        <Notice tone="good">
          {t(draft.type === 'ups-quantum-view-data-own' ? texts.createdOwn : texts.created)}
        </Notice>
      )}
      <Review draft={draft} />
      {create.error ? <Failure error={create.error} /> : null}
      <div className="row">
        <button type="submit" className="button primary" disabled={create.isPending}>
          {t(createdId === null ? texts.create : texts.step4)}
        </button>
        {createdId === null ? (
          <Link to="/integrations/create/$step" params={{ step: 'subscriptions' }} className="button quiet">
            {t(texts.back)}
          </Link>
        ) : null}
      </div>
    </Wizard>
  );
}

function Review({ draft }: { draft: Draft }) {
  const t = useSay();
  const { type, environment, subscriptions } = toNewIntegration(draft);
  return (
    <dl className="facts">
      <dt>{t(texts.name)}</dt>
      <dd>{draft.name}</dd>
      <dt>{t(texts.type)}</dt>
      <dd>{t(typeNames[type])}</dd>
      {environment ? (
        <>
          <dt>{t(texts.environment)}</dt>
          <dd>{t(environmentNames[environment])}</dd>
        </>
      ) : null}
      <dt>{t(texts.subscriptionName)}</dt>
      <dd>
        <ul className="stack tight">
          {subscriptions.map((name) => (
            <li key={name}>
              <code className="exact">{name}</code>
            </li>
          ))}
        </ul>
      </dd>
    </dl>
  );
}

function useCreate() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (draft: Draft) =>
      call<Integration>('POST', '/integrations', toNewIntegration(draft), { 'idempotency-key': draft.key }),
    onSuccess: async () => {
      await client.invalidateQueries({ queryKey: ['integrations'] });
      // The company may have something in another environment now.
      await client.invalidateQueries({ queryKey: sessionQuery.queryKey });
    },
  });
}

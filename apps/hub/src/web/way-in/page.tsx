import { useSay } from '@lading/ui/parts/language';
import { Loading } from '@lading/ui/parts/loading';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { WayIn } from '../../api/way-in.ts';
import { AdministratorsOnly } from '../integrations/parts/administrators-only.tsx';
import { texts as integrationTexts } from '../integrations/text.ts';
import { useSession } from '../session.ts';
import { Heading } from '../shell/heading.tsx';
import { texts as shellTexts } from '../shell/text.ts';
import { Failure } from '../shell/trouble.tsx';
import { Accounts } from './parts/accounts.tsx';
import { Associations } from './parts/associations.tsx';
import { Authorization } from './parts/authorization.tsx';
import { CarrierUser } from './parts/carrier-user.tsx';
import { HandOver } from './parts/hand-over.tsx';
import { StepCard } from './parts/step-card.tsx';
import { WhomToAsk } from './parts/whom-to-ask.tsx';
import { wayInQuery } from './queries.ts';
import { type Step, stepsOf } from './steps.ts';
import { texts } from './text.ts';

export function WayInPage() {
  const t = useSay();
  const { company } = useSession();
  return company?.role === 'administrator' ? <Administered /> : <AdministratorsOnly title={t(texts.title)} />;
}

function Administered() {
  const t = useSay();
  const { data, error, refetch } = useQuery(wayInQuery);
  return (
    <div className="screen narrow stack">
      <p>
        <Link to="/integrations">← {t(integrationTexts.title)}</Link>
      </p>
      <Heading title={t(texts.title)} />
      <p className="soft">{t(texts.lead)}</p>
      <WhomToAsk />
      {error && !data ? <Failure error={error} onRetry={() => void refetch()} /> : null}
      {!data && !error ? <Loading label={t(shellTexts.loading)} /> : null}
      {data ? <Steps wayIn={data} /> : null}
      {data ? <Accounts /> : null}
    </div>
  );
}

const CONTENT: Readonly<Record<Step['key'], (props: { wayIn: WayIn }) => React.ReactNode>> = {
  'carrier-user': CarrierUser,
  'hand-over': HandOver,
  associations: Associations,
  authorization: Authorization,
};

function Steps({ wayIn }: { wayIn: WayIn }) {
  const t = useSay();
  return (
    <ol className="stack">
      {stepsOf(wayIn).map((step, index) => {
        const Content = CONTENT[step.key];
        return (
          <StepCard key={step.key} number={index + 1} step={step}>
            {step.state === 'not-needed' ? <p>{t(texts.notNeededHint)}</p> : <Content wayIn={wayIn} />}
          </StepCard>
        );
      })}
    </ol>
  );
}

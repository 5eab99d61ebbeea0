import { useReader, useSay } from '@lading/ui/parts/language';
import { Badge } from '@lading/ui/parts/notice';
import { formatAge } from '@lading/ui/time';
import type { DeskIntegration } from '../../../api/desk.ts';
import { faultText } from '../../../api/reading-faults.ts';
import { AuthorizedStatus } from '../../integrations/parts/authorized-status.tsx';
import { SelfTestResult } from '../../integrations/parts/self-test.tsx';
import { texts as integrationTexts } from '../../integrations/text.ts';
import { useNow } from '../../now.ts';
import { Failure } from '../../shell/trouble.tsx';
import { DoneBy } from '../../way-in/parts/checklist.tsx';
import { compareWithProvided } from '../../way-in/provided.ts';
import { useValidation } from '../queries.ts';
import { texts } from '../text.ts';

interface IntegrationLineProps {
  readonly companyId: string;
  readonly provided: readonly string[];
  readonly integration: DeskIntegration;
}

/** How one integration stands, what its self-test found, and whether it was found right. */
export function IntegrationLine({ companyId, provided, integration }: IntegrationLineProps) {
  const t = useSay();
  return (
    <div className="stack tight">
      <div className="row">
        <strong>{integration.name}</strong>
        <AuthorizedStatus status={integration.status} />
      </div>
      {integration.lastFault ? <p className="small bad-text">{t(faultText(integration.lastFault))}</p> : null}
      <Subscriptions subscriptions={integration.subscriptions} provided={provided} />
      {integration.selfTest ? (
        <details>
          <summary>{t(integrationTexts.selfTest)}</summary>
          <SelfTestResult test={integration.selfTest} of={integration.name} />
        </details>
      ) : null}
      {integration.status === 'authorized' ? (
        <Validation companyId={companyId} integration={integration} />
      ) : null}
    </div>
  );
}

function Validation({ companyId, integration }: Omit<IntegrationLineProps, 'provided'>) {
  const t = useSay();
  const change = useValidation(companyId, integration.integrationId);
  const { validated, name } = integration;
  return (
    <>
      <div className="row">
        <Badge tone={validated ? 'good' : 'warn'}>
          {t(validated ? texts.validated : texts.notValidated)}
        </Badge>
        <DoneBy done={validated} />
        <button
          type="button"
          className={validated ? 'button quiet' : 'button primary'}
          disabled={change.isPending}
          onClick={() => change.mutate(validated === null)}
        >
          {t(validated ? texts.takeBack : texts.validate)}
          <span className="visually-hidden"> {name}</span>
        </button>
      </div>
      {change.error ? <Failure error={change.error} /> : null}
    </>
  );
}

function Subscriptions({
  subscriptions,
  provided,
}: Pick<DeskIntegration, 'subscriptions'> & { provided: readonly string[] }) {
  const t = useSay();
  const { locale } = useReader();
  const now = useNow();
  return (
    <ul className="stack tight">
      {subscriptions.map((one) => {
        const compared = compareWithProvided(one.name, provided);
        return (
          <li key={one.name}>
            <code className="exact">{one.name}</code>{' '}
            <span className="soft small">
              {one.lastWalkAt
                ? t(integrationTexts.lastWalk, { age: formatAge(one.lastWalkAt, now, locale) })
                : t(integrationTexts.neverRead)}
            </span>
            {compared && !compared.isExact ? (
              <span className="small second bad-text">{t(compared.remark.text, compared.remark.params)}</span>
            ) : null}
          </li>
        );
      })}
    </ul>
  );
}

import { useReader, useSay } from '@lading/ui/parts/language';
import { Badge } from '@lading/ui/parts/notice';
import { formatInstant } from '@lading/ui/time';
import type { DeskCompany } from '../../../api/desk.ts';
import { ContactLine } from '../../way-in/parts/whom-to-ask.tsx';
import { texts } from '../text.ts';
import { CompanyForm } from './company-form.tsx';
import { IntegrationLine } from './integration-line.tsx';

/** One company: what it handed over, what it was given, how its integrations stand. */
export function CompanyCard({ company }: { company: DeskCompany }) {
  const t = useSay();
  return (
    <section className="card stack" id={company.companyId} aria-label={company.name}>
      <div className="row apart">
        <h2>{company.name}</h2>
        <Badge tone={company.isMigrated ? 'good' : 'warn'}>
          {t(company.isMigrated ? texts.migrated : texts.notMigrated)}
        </Badge>
      </div>
      <dl className="facts">
        <dt>{t(texts.contact)}</dt>
        <dd className="wrap">
          {company.contact ? <ContactLine contact={company.contact} /> : t(texts.fallback)}
        </dd>
        <dt>{t(texts.carrierUser)}</dt>
        <dd className="wrap">
          <HandedOver company={company} />
        </dd>
      </dl>
      {company.integrations.length === 0 ? <p className="soft">{t(texts.none)}</p> : null}
      {company.integrations.map((integration) => (
        <IntegrationLine
          key={integration.integrationId}
          companyId={company.companyId}
          provided={company.subscriptionNames}
          integration={integration}
        />
      ))}
      <details>
        <summary>{t(texts.edit)}</summary>
        <CompanyForm company={company} />
      </details>
    </section>
  );
}

function HandedOver({ company: { handOver } }: { company: DeskCompany }) {
  const t = useSay();
  const { locale, zone } = useReader();
  if (handOver === null) return <span className="soft">{t(texts.notHandedOver)}</span>;
  return (
    <>
      <strong>{handOver.userName}</strong> · {handOver.email}{' '}
      <span className="soft small">
        {handOver.done.by}, {formatInstant(handOver.done.at, locale, zone)}
      </span>
    </>
  );
}

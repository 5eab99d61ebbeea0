import { useReader, useSay } from '@lading/ui/parts/language';
import { Menu } from '@lading/ui/parts/menu';
import { Link } from '@tanstack/react-router';
import type { Session } from '../../api/session.ts';
import { useAccountChange } from './account.ts';
import { Appearance } from './appearance.tsx';
import { useChooseCompany, useSignOut } from './company.ts';
import { texts } from './text.ts';

/** The bar at the top: where one can go, for which company, as whom. */
export function Navigation({ session }: { session: Session }) {
  return (
    <div className="bar">
      <Link to="/" className="brand">
        Lading
      </Link>
      <CompanyName session={session} />
      <Places session={session} />
      <div className="whoami">
        <LanguageSwitch />
        <AccountMenu session={session} />
      </div>
    </div>
  );
}

/** For administrators the way to what is the company's own. */
function CompanyName({ session: { company } }: { session: Session }) {
  const t = useSay();
  if (company === null) return null;
  if (company.role !== 'administrator') {
    return (
      <span className="company" title={company.name}>
        {company.name}
      </span>
    );
  }
  return (
    <Link to="/company" className="company" title={`${t(texts.company)} · ${company.name}`}>
      {company.name}
    </Link>
  );
}

function Places({ session }: { session: Session }) {
  const t = useSay();
  return (
    <nav aria-label={t(texts.navigation)}>
      {session.company === null ? null : (
        <>
          <Link to="/" activeOptions={{ exact: true }}>
            {t(texts.home)}
          </Link>
          <Link to="/parcels">{t(texts.parcels)}</Link>
          <Link to="/rates">{t(texts.rates)}</Link>
          <span className="group">
            <span className="group-name">{t(texts.management)}</span>
            <Link to="/integrations">{t(texts.manageIntegrations)}</Link>
            {session.company.role === 'administrator' ? (
              <>
                <Link to="/people">{t(texts.people)}</Link>
                <Link to="/audit">{t(texts.audit)}</Link>
              </>
            ) : null}
          </span>
        </>
      )}
      {session.user.isDesk ? <Link to="/desk">{t(texts.desk)}</Link> : null}
    </nav>
  );
}

/** One press to the other language, kept with the account. */
function LanguageSwitch() {
  const t = useSay();
  const { locale } = useReader();
  const change = useAccountChange();
  const other = locale === 'en' ? 'fr' : 'en';
  return (
    <button
      type="button"
      className="button quiet"
      lang={other}
      disabled={change.isPending}
      onClick={() => change.mutate({ locale: other })}
    >
      <Folding word={t(texts.otherLanguage)} short={other.toUpperCase()} />
    </button>
  );
}

function AccountMenu({ session }: { session: Session }) {
  const t = useSay();
  const signOut = useSignOut();
  return (
    <Menu label={<Folding word={session.user.name} short={initials(session.user.name)} />}>
      <strong>{session.user.name}</strong>
      <span className="soft small">{session.user.email}</span>
      <CompanySwitch session={session} />
      <Appearance />
      <Link to="/account" className="button">
        {t(texts.account)}
      </Link>
      <button type="button" className="button" onClick={() => signOut.mutate()}>
        {t(texts.signOut)}
      </button>
    </Menu>
  );
}

/** A word that a phone shows short; it is read out whole everywhere. */
function Folding({ word, short }: { word: string; short: string }) {
  return (
    <>
      <span className="folds">{word}</span>
      <span className="only-phone" aria-hidden="true">
        {short}
      </span>
    </>
  );
}

function initials(name: string): string {
  return name
    .split(/[\s-]+/)
    .map((part) => part.slice(0, 1))
    .join('')
    .slice(0, 2)
    .toUpperCase();
}

function CompanySwitch({ session }: { session: Session }) {
  const t = useSay();
  const choose = useChooseCompany();
  if (session.companies.length < 2 || session.company === null) return null;
  return (
    <label className="field">
      <span className="label">{t(texts.switchCompany)}</span>
      <select
        className="input"
        value={session.company.companyId}
        onChange={(event) => choose.mutate(event.target.value)}
      >
        {session.companies.map((company) => (
          <option key={company.companyId} value={company.companyId}>
            {company.companyName}
          </option>
        ))}
      </select>
    </label>
  );
}

import { Select } from '@lading/ui/parts/field';
import { useReader, useSay } from '@lading/ui/parts/language';
import { useSession } from '../session.ts';
import { useAccountChange } from '../shell/account.ts';
import { Appearance } from '../shell/appearance.tsx';
import { Heading } from '../shell/heading.tsx';
import { Failure } from '../shell/trouble.tsx';
import { PasswordChange } from './parts/password.tsx';
import { SecondFactor } from './parts/second-factor.tsx';
import { texts } from './text.ts';

/** Language and time zone of the person; the appearance of this device. */
export function AccountPage() {
  const t = useSay();
  const session = useSession();
  const { locale, zone } = useReader();
  const change = useAccountChange();
  return (
    <div className="screen narrow stack">
      <Heading title={t(texts.title)} />
      <section className="card stack">
        <p>
          <strong>{session.user.name}</strong>
          <span className="soft second">{session.user.email}</span>
        </p>
        <Select
          label={t(texts.language)}
          value={locale}
          choices={[
            { value: 'en', label: t(texts.english) },
            { value: 'fr', label: t(texts.french) },
          ]}
          onChange={(value) => change.mutate({ locale: value === 'fr' ? 'fr' : 'en' })}
        />
        <Select
          label={t(texts.zone)}
          value={zone}
          choices={zones(zone)}
          onChange={(value) => change.mutate({ zone: value })}
        />
        <Appearance />
        {change.error ? <Failure error={change.error} /> : null}
      </section>
      <PasswordChange />
      <SecondFactor />
    </div>
  );
}

function zones(current: string) {
  const known = Intl.supportedValuesOf('timeZone');
  const all = known.includes(current) ? known : [current, ...known];
  return all.map((zone) => ({ value: zone, label: zone.replaceAll('_', ' ') }));
}

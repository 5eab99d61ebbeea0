import { Field } from '@lading/ui/parts/field';
import { useSay } from '@lading/ui/parts/language';
import { Notice } from '@lading/ui/parts/notice';
import { type FormEvent, useState } from 'react';
import type { DeskCompany } from '../../../api/desk.ts';
import { cautionOf } from '../../integrations/draft.ts';
import { texts as integrationTexts } from '../../integrations/text.ts';
import { Failure } from '../../shell/trouble.tsx';
import { useCompanyChange } from '../queries.ts';
import { texts } from '../text.ts';

const NOBODY = { name: '', email: '', telephone: '' };

const namesOf = ({ subscriptionNames }: DeskCompany): string[] =>
  [0, 1, 2].map((at) => subscriptionNames[at] ?? '');

const contactOf = ({ contact }: DeskCompany): typeof NOBODY => ({
  ...NOBODY,
  ...contact,
  telephone: contact?.telephone ?? '',
});

/** The subscription names that the company is given, and whom its people turn to. */
export function CompanyForm({ company }: { company: DeskCompany }) {
  const t = useSay();
  const change = useCompanyChange(company.companyId);
  const [names, setNames] = useState(() => namesOf(company));
  const [contact, setContact] = useState(() => contactOf(company));
  // The form stays and shows what was kept: it says so, and whoever uses the keyboard does not lose their place.
  const show = (kept: DeskCompany) => {
    setNames(namesOf(kept));
    setContact(contactOf(kept));
  };
  const isNamed = Object.values(contact).some((one) => one.trim() !== '');
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const wanted = {
      subscriptionNames: names.filter((name) => name !== ''),
      contact: isNamed ? { ...contact, telephone: contact.telephone.trim() || null } : null,
    };
    change.mutate(wanted, { onSuccess: show });
  };
  return (
    <form className="stack" onSubmit={submit}>
      <p className="soft small">{t(texts.namesHint)}</p>
      {names.map((name, index) => (
        <NameField
          // biome-ignore lint/suspicious/noArrayIndexKey: the three fields never move
          key={index}
          number={index + 1}
          value={name}
          others={names}
          onChange={(value) => setNames(names.map((one, at) => (at === index ? value : one)))}
        />
      ))}
      <ContactFields contact={contact} isNamed={isNamed} onChange={setContact} />
      {change.error ? <Failure error={change.error} /> : null}
      {change.isSuccess ? <Notice tone="good">{t(texts.saved)}</Notice> : null}
      <p>
        <button type="submit" className="button primary" disabled={change.isPending}>
          {t(texts.save)}
        </button>
      </p>
    </form>
  );
}

interface ContactFieldsProps {
  readonly contact: typeof NOBODY;
  /** Something of it is filled in: then there are a name and an address too. */
  readonly isNamed: boolean;
  readonly onChange: (contact: typeof NOBODY) => void;
}

function ContactFields({ contact, isNamed, onChange }: ContactFieldsProps) {
  const t = useSay();
  return (
    <>
      <Field
        label={t(texts.contactName)}
        value={contact.name}
        maxLength={80}
        required={isNamed}
        hint={t(texts.contactHint)}
        onChange={(event) => onChange({ ...contact, name: event.target.value })}
      />
      <Field
        label={t(texts.contactEmail)}
        type="email"
        value={contact.email}
        maxLength={254}
        required={isNamed}
        onChange={(event) => onChange({ ...contact, email: event.target.value })}
      />
      <Field
        label={t(texts.contactTelephone)}
        type="tel"
        value={contact.telephone}
        maxLength={40}
        onChange={(event) => onChange({ ...contact, telephone: event.target.value })}
      />
    </>
  );
}

interface NameFieldProps {
  readonly number: number;
  readonly value: string;
  readonly others: readonly string[];
  readonly onChange: (value: string) => void;
}

function NameField({ number, value, others, onChange }: NameFieldProps) {
  const t = useSay();
  const caution = cautionOf(value, others);
  return (
    <Field
      className="input mono"
      label={t(integrationTexts.subscriptionNumbered, { number })}
      value={value}
      maxLength={21}
      autoComplete="off"
      spellCheck={false}
      trouble={value !== '' && others.indexOf(value) < number - 1 ? t(integrationTexts.twice) : null}
      caution={caution ? t(caution.text, caution.params) : null}
      onChange={(event) => onChange(event.target.value)}
    />
  );
}

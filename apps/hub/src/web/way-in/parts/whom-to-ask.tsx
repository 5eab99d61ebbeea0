import { useSay } from '@lading/ui/parts/language';
import { useQuery } from '@tanstack/react-query';
import type { Contact } from '../../../api/way-in.ts';
import { standingQuery } from '../queries.ts';
import { texts } from '../text.ts';

/** No dead end: a person by name, with an address and, where there is one, a telephone. */
export function WhomToAsk() {
  const t = useSay();
  const { data } = useQuery(standingQuery);
  if (!data) return null;
  return (
    <p className="small wrap">
      {data.contact ? (
        <>
          {t(texts.contact)} <ContactLine contact={data.contact} />
        </>
      ) : (
        t(texts.noContact)
      )}
    </p>
  );
}

export function ContactLine({ contact: { name, email, telephone } }: { contact: Contact }) {
  return (
    <>
      {name === email ? null : <strong>{name} </strong>}
      <a href={`mailto:${email}`}>{email}</a>
      {telephone ? (
        <>
          {' · '}
          <a className="nowrap" href={`tel:${telephone.replace(/[^+\d]/g, '')}`}>
            {telephone}
          </a>
        </>
      ) : null}
    </>
  );
}

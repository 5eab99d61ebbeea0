import { useSay } from '@lading/ui/parts/language';
import { useQuery } from '@tanstack/react-query';
import { cautionOf } from '../../integrations/draft.ts';
import { compareWithProvided } from '../provided.ts';
import { wayInQuery } from '../queries.ts';
import { texts } from '../text.ts';

/** The subscription names that customer success provided; none while they are not known. */
export function useProvidedNames(): readonly string[] {
  return useQuery(wayInQuery).data?.subscriptionNames ?? [];
}

/** What to say beside a name's field: compared with the provided ones, or by itself where none was provided. */
export function useNameRemarks(typed: string, others: readonly string[]) {
  const t = useSay();
  const compared = compareWithProvided(typed, useProvidedNames());
  if (compared?.isExact) return { hint: t(compared.remark.text), caution: null };
  const caution = compared?.remark ?? cautionOf(typed, others);
  return { hint: undefined, caution: caution && t(caution.text, caution.params) };
}

export function ProvidedNames({ names }: { names: readonly string[] }) {
  const t = useSay();
  if (names.length === 0) return <p className="soft">{t(texts.namesMissing)}</p>;
  return (
    <p className="row">
      {t(texts.namesProvided)}
      {names.map((name) => (
        <code key={name} className="exact">
          {name}
        </code>
      ))}
    </p>
  );
}

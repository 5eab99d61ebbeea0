import { useSay } from '@lading/ui/parts/language';
import { useQuery } from '@tanstack/react-query';
import { wayInQuery } from '../queries.ts';
import { texts } from '../text.ts';

/** The subscription names that customer success provided; none while they are not known. */
export function useProvidedNames(): readonly string[] {
  return useQuery(wayInQuery).data?.subscriptionNames ?? [];
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

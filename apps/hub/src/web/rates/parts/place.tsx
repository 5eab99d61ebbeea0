import { Field, Select } from '@lading/ui/parts/field';
import { useReader, useSay } from '@lading/ui/parts/language';
import { useMutation } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import type { PlaceCandidates, RatePlace } from '../../../api/rates.ts';
import { call } from '../../api.ts';
import { useEnvironment } from '../../shell/environment.tsx';
import { Failure } from '../../shell/trouble.tsx';
import { placeOf } from '../question.ts';
import { texts } from '../text.ts';

const COUNTRIES = ['US', 'CA', 'PR', 'MX', 'GB', 'FR', 'DE', 'CN', 'JP', 'AU'] as const;

interface PlaceProps {
  readonly legend: string;
  readonly place: RatePlace;
  readonly onChange: (place: RatePlace) => void;
  readonly children?: ReactNode;
}

/** Where parcels leave or go, with what the carrier takes the place for one click away. */
export function PlaceFields({ legend, place, onChange, children }: PlaceProps) {
  const t = useSay();
  const { locale } = useReader();
  const names = new Intl.DisplayNames(locale === 'fr' ? 'fr-CA' : 'en-CA', { type: 'region' });
  const set = (part: Partial<RatePlace>) => onChange({ ...place, ...part });
  return (
    <fieldset className="card stack tight">
      <legend>{legend}</legend>
      <Select
        label={t(texts.country)}
        value={place.country}
        choices={COUNTRIES.map((value) => ({ value, label: names.of(value) ?? value }))}
        onChange={(country) => set({ country })}
      />
      <Field
        label={t(texts.postalCode)}
        value={place.postalCode}
        maxLength={10}
        required
        onChange={(event) => set({ postalCode: event.target.value })}
      />
      <div className="rate-pair">
        <Field
          label={t(texts.city)}
          value={place.city ?? ''}
          maxLength={30}
          onChange={(event) => set({ city: event.target.value })}
        />
        <Field
          label={t(texts.region)}
          value={place.region ?? ''}
          maxLength={5}
          onChange={(event) => set({ region: event.target.value.toUpperCase() })}
        />
      </div>
      {place.country === 'US' || place.country === 'PR' ? (
        <Suggestions place={place} onChoose={onChange} />
      ) : null}
      {children}
    </fieldset>
  );
}

function Suggestions({ place, onChoose }: { place: RatePlace; onChoose: (place: RatePlace) => void }) {
  const t = useSay();
  const environment = useEnvironment();
  const check = useMutation({
    mutationFn: (asked: RatePlace) =>
      call<PlaceCandidates>('POST', `/rates/places?environment=${environment}`, asked),
  });
  const places = check.data?.places;
  return (
    <div className="stack tight">
      <div>
        <button
          type="button"
          className="button quiet"
          disabled={check.isPending}
          onClick={() => check.mutate(placeOf(place))}
        >
          {t(texts.check)}
        </button>
      </div>
      {check.error ? <Failure error={check.error} /> : null}
      {places?.length === 0 ? <p className="soft">{t(texts.noPlace)}</p> : null}
      {places && places.length > 0 ? (
        <>
          <p className="soft small">{t(texts.meant)}</p>
          <ul className="row wrap-row">
            {places.slice(0, 6).map((one) => (
              <li key={`${one.postalCode} ${one.city}`}>
                <button type="button" className="button" onClick={() => onChoose(one)}>
                  {[one.city, one.region, one.postalCode].filter(Boolean).join(' ')}
                </button>
              </li>
            ))}
          </ul>
        </>
      ) : null}
    </div>
  );
}

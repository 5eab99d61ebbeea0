import { Field, Select } from '@lading/ui/parts/field';
import { useSay } from '@lading/ui/parts/language';
import { type Draft, type DraftParcel, newParcel } from '../question.ts';
import { texts } from '../text.ts';

const SIZES = ['length', 'width', 'height'] as const;
const MOST = 50;

interface ParcelsProps {
  readonly draft: Draft;
  readonly onChange: (part: Partial<Draft>) => void;
}

export function Parcels({ draft, onChange }: ParcelsProps) {
  const t = useSay();
  const { parcels, units } = draft;
  const set = (changed: DraftParcel) =>
    onChange({ parcels: parcels.map((one) => (one.key === changed.key ? changed : one)) });
  const remove = (key: number) => onChange({ parcels: parcels.filter((one) => one.key !== key) });
  const add = () =>
    onChange({ parcels: [...parcels, newParcel(Math.max(...parcels.map(({ key }) => key)) + 1)] });
  return (
    <fieldset className="card stack">
      <legend>{t(texts.parcels)}</legend>
      <div className="rate-units">
        <Select
          label={t(texts.units)}
          value={units}
          choices={[
            { value: 'metric', label: t(texts.metric) },
            { value: 'imperial', label: t(texts.imperial) },
          ]}
          onChange={(value) => onChange({ units: value === 'imperial' ? 'imperial' : 'metric' })}
        />
      </div>
      {parcels.map((parcel, index) => (
        <fieldset key={parcel.key} className="rate-parcel">
          <legend className="small">{t(texts.parcel, { number: index + 1 })}</legend>
          <Field
            label={t(texts.weight)}
            value={parcel.weight}
            inputMode="decimal"
            pattern="[0-9]+([.,][0-9]+)?"
            required
            onChange={(event) => set({ ...parcel, weight: event.target.value })}
          />
          {SIZES.map((side) => (
            <Field
              key={side}
              label={t(texts[side])}
              value={parcel[side]}
              inputMode="decimal"
              pattern="[0-9]+([.,][0-9]+)?"
              onChange={(event) => set({ ...parcel, [side]: event.target.value })}
            />
          ))}
          {parcels.length > 1 ? (
            <button type="button" className="button quiet" onClick={() => remove(parcel.key)}>
              {t(texts.remove)}
              <span className="visually-hidden"> {t(texts.parcel, { number: index + 1 })}</span>
            </button>
          ) : null}
        </fieldset>
      ))}
      {parcels.length < MOST ? (
        <div>
          <button type="button" className="button" onClick={add}>
            {t(texts.add)}
          </button>
        </div>
      ) : null}
    </fieldset>
  );
}

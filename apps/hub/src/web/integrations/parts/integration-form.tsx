import { Field, Select } from '@lading/ui/parts/field';
import { useSay } from '@lading/ui/parts/language';
import { Notice } from '@lading/ui/parts/notice';
import { type FormEvent, useState } from 'react';
import type { Integration, IntegrationChange } from '../../../api/integrations.ts';
import { DIRECTIONS } from '../../../api/words.ts';
import { directionTexts } from '../../parcels/parts/status.tsx';
import { Failure } from '../../shell/trouble.tsx';
import { useNameRemarks } from '../../way-in/parts/provided-names.tsx';
import type { useChange } from '../queries.ts';
import { texts } from '../text.ts';

type Directions = NonNullable<IntegrationChange['directions']>;

interface IntegrationFormProps {
  readonly integration: Integration;
  /** Held by the screen: what it said outlives the form that begins anew after saving. */
  readonly change: ReturnType<typeof useChange>;
}

/** Renames, corrects subscription names, says which way each subscription's parcels go. */
export function IntegrationForm({ integration, change }: IntegrationFormProps) {
  const t = useSay();
  const [name, setName] = useState(integration.name);
  const [names, setNames] = useState(() => namesOf(integration));
  const [directions, setDirections] = useState(() => directionsOf(integration));
  const submit = (event: FormEvent) => {
    event.preventDefault();
    change.mutate({ name, directions, ...changedNames(integration, names) });
  };
  return (
    <form className="card stack" onSubmit={submit}>
      <h2>{t(texts.settings)}</h2>
      <Field
        label={t(texts.name)}
        value={name}
        maxLength={80}
        required
        onChange={(event) => setName(event.target.value)}
      />
      {names.map((value, index) => (
        <SubscriptionName
          // biome-ignore lint/suspicious/noArrayIndexKey: the three fields never move
          key={index}
          number={index + 1}
          value={value}
          others={names}
          onChange={(next) => setNames(names.map((one, at) => (at === index ? next : one)))}
        />
      ))}
      <DirectionFields integration={integration} directions={directions} onChange={setDirections} />
      {change.isSuccess ? <Notice tone="good">{t(texts.saved)}</Notice> : null}
      {change.error ? <Failure error={change.error} /> : null}
      <div className="row">
        <button type="submit" className="button primary" disabled={change.isPending}>
          {t(texts.save)}
        </button>
      </div>
    </form>
  );
}

interface SubscriptionNameProps {
  readonly number: number;
  readonly value: string;
  readonly others: readonly string[];
  readonly onChange: (value: string) => void;
}

function SubscriptionName(props: SubscriptionNameProps) {
  const t = useSay();
  const remarks = useNameRemarks(props.value, props.others);
  return (
    <Field
      className="input mono"
      label={t(texts.subscriptionNumbered, { number: props.number })}
      value={props.value}
      maxLength={21}
      autoComplete="off"
      spellCheck={false}
      {...remarks}
      onChange={(event) => props.onChange(event.target.value)}
    />
  );
}

interface DirectionProps {
  readonly integration: Integration;
  readonly directions: Directions;
  readonly onChange: (directions: Directions) => void;
}

function DirectionFields({ integration, directions, onChange }: DirectionProps) {
  const t = useSay();
  const choices = [
    { value: '', label: t(texts.notSet) },
    ...DIRECTIONS.map((one) => ({ value: one, label: t(directionTexts[one]) })),
  ];
  return (
    <fieldset className="plain stack tight">
      <legend className="small">{t(texts.directionHint)}</legend>
      {integration.subscriptions.map((one) => (
        <Select
          key={one.subscriptionId}
          label={`${t(texts.direction)} – ${one.name}`}
          value={directions[one.subscriptionId] ?? ''}
          choices={choices}
          onChange={(value) =>
            onChange({
              ...directions,
              [one.subscriptionId]: DIRECTIONS.find((known) => known === value) ?? null,
            })
          }
        />
      ))}
    </fieldset>
  );
}

function namesOf(integration: Integration): string[] {
  const names = integration.subscriptions.map((one) => one.name);
  return [names[0] ?? '', names[1] ?? '', names[2] ?? ''];
}

function directionsOf(integration: Integration): Directions {
  return Object.fromEntries(integration.subscriptions.map((one) => [one.subscriptionId, one.direction]));
}

/** Names are sent only when one changed: the carrier compares them exactly, so they are never touched in passing. */
function changedNames(
  integration: Integration,
  names: readonly string[],
): Pick<IntegrationChange, 'subscriptions'> {
  const given = names.filter((name) => name !== '');
  const before = integration.subscriptions.map((one) => one.name);
  return given.join('\n') === before.join('\n') ? {} : { subscriptions: given };
}

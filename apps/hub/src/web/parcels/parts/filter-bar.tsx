import { Select } from '@lading/ui/parts/field';
import { useReader, useSay } from '@lading/ui/parts/language';
import { Link, useNavigate } from '@tanstack/react-router';
import { useCallback, useId, useState } from 'react';
import { DIRECTIONS } from '../../../api/words.ts';
import { queryString } from '../../api.ts';
import { useEnvironment } from '../../shell/environment.tsx';
import { DAY_FILTERS, type Filters, isNarrowed, STATUS_FILTERS, withFilter } from '../filters.ts';
import { statusTexts, texts } from '../text.ts';
import { SearchBox } from './search-box.tsx';
import { directionTexts } from './status.tsx';

type Change = (name: keyof Filters, value: string) => void;

/** Search and filters; each change is a new address, so that it can be sent to a colleague or gone back to. */
export function FilterBar({ filters }: { filters: Filters }) {
  const navigate = useNavigate({ from: '/parcels' });
  // On a phone only the search box shows until the filters are asked for.
  const [isOpen, setOpen] = useState(false);
  const change = useCallback<Change>(
    (name, value) => void navigate({ search: (now) => withFilter(now, name, value), replace: name === 'q' }),
    [navigate],
  );
  const search = useCallback((value: string) => change('q', value), [change]);
  return (
    <search className={isOpen ? 'filters' : 'filters is-folded'}>
      <SearchBox value={filters.q ?? ''} onSearch={search} />
      <Choices filters={filters} change={change} />
      <Days filters={filters} change={change} />
      <Actions filters={filters} isOpen={isOpen} onFold={() => setOpen(!isOpen)} />
    </search>
  );
}

interface FieldsProps {
  readonly filters: Filters;
  readonly change: Change;
}

function Choices({ filters, change }: FieldsProps) {
  const t = useSay();
  const any = { value: '', label: t(texts.any) };
  const directions = DIRECTIONS.map((one) => ({ value: one, label: t(directionTexts[one]) }));
  const statuses = STATUS_FILTERS.map((one) => ({
    value: one,
    label: t(one === 'open' ? texts.open : one === 'late' ? texts.late : statusTexts[one]),
  }));
  return (
    <>
      <Select
        label={t(texts.direction)}
        value={filters.direction ?? ''}
        choices={[any, ...directions]}
        onChange={(value) => change('direction', value)}
      />
      <Select
        label={t(texts.status)}
        value={filters.status ?? ''}
        choices={[any, ...statuses]}
        onChange={(value) => change('status', value)}
      />
    </>
  );
}

const DAY_NAMES = {
  from: texts.shippedFrom,
  to: texts.shippedTo,
  expected: texts.expectedOn,
  exception: texts.exceptionOn,
};

function Days({ filters, change }: FieldsProps) {
  const t = useSay();
  return DAY_FILTERS.map((name) => (
    <DayField
      key={name}
      label={t(DAY_NAMES[name])}
      value={filters[name]}
      onChange={(value) => change(name, value)}
    />
  ));
}

interface ActionsProps {
  readonly filters: Filters;
  readonly isOpen: boolean;
  readonly onFold: () => void;
}

function Actions({ filters, isOpen, onFold }: ActionsProps) {
  const t = useSay();
  const { locale } = useReader();
  const environment = useEnvironment();
  const count = Object.keys(filters).filter((name) => name !== 'q').length;
  const file = `/api/v1/parcels.csv${queryString({ environment, ...filters, locale })}`;
  return (
    <div className="row filter-actions">
      <button type="button" className="button only-phone" aria-expanded={isOpen} onClick={onFold}>
        {t(texts.filters)}
        {count === 0 ? '' : ` (${count})`}
      </button>
      {isNarrowed(filters) ? (
        <Link to="/parcels" search={{}} className="button quiet">
          {t(texts.clear)}
        </Link>
      ) : null}
      <a className="button" href={file} download>
        {t(texts.csv)}
      </a>
    </div>
  );
}

interface DayFieldProps {
  readonly label: string;
  readonly value: string | undefined;
  readonly onChange: (value: string) => void;
}

function DayField({ label, value, onChange }: DayFieldProps) {
  const id = useId();
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      <input
        id={id}
        className="input"
        type="date"
        value={value ?? ''}
        onChange={(event) => onChange(event.target.value)}
      />
    </div>
  );
}

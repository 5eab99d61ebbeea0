import { useKeys } from '@lading/ui/keys';
import { Select } from '@lading/ui/parts/field';
import { useReader, useSay } from '@lading/ui/parts/language';
import { Link, useNavigate } from '@tanstack/react-router';
import { type FormEvent, type RefObject, useCallback, useEffect, useId, useRef, useState } from 'react';
import { DIRECTIONS } from '../../../api/words.ts';
import { queryString } from '../../api.ts';
import { useEnvironment } from '../../shell/environment.tsx';
import { type Filters, isNarrowed, STATUS_FILTERS, withFilter } from '../filters.ts';
import { statusTexts, texts } from '../text.ts';
import { directionTexts } from './status.tsx';

/** Search and filters; each change is a new address, so that it can be sent to a colleague or gone back to. */
export function FilterBar({ filters }: { filters: Filters }) {
  const t = useSay();
  const navigate = useNavigate({ from: '/parcels' });
  const { locale } = useReader();
  const environment = useEnvironment();
  // On a phone only the search box shows until the filters are asked for.
  const [isOpen, setOpen] = useState(false);
  const count = Object.keys(filters).filter((name) => name !== 'q').length;
  const change = useCallback(
    (name: keyof Filters, value: string) =>
      void navigate({ search: (now) => withFilter(now, name, value), replace: name === 'q' }),
    [navigate],
  );
  const search = useCallback((value: string) => change('q', value), [change]);
  const directions = DIRECTIONS.map((one) => ({ value: one, label: t(directionTexts[one]) }));
  const statuses = STATUS_FILTERS.map((one) => ({
    value: one,
    label: t(one === 'open' ? texts.open : one === 'late' ? texts.late : statusTexts[one]),
  }));
  const any = { value: '', label: t(texts.any) };
  return (
    <search className={isOpen ? 'filters' : 'filters is-folded'}>
      <SearchBox value={filters.q ?? ''} onSearch={search} />
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
      <DayField
        label={t(texts.shippedFrom)}
        value={filters.from}
        onChange={(value) => change('from', value)}
      />
      <DayField label={t(texts.shippedTo)} value={filters.to} onChange={(value) => change('to', value)} />
      <DayField
        label={t(texts.expectedOn)}
        value={filters.expected}
        onChange={(value) => change('expected', value)}
      />
      <div className="row filter-actions">
        <button
          type="button"
          className="button only-phone"
          aria-expanded={isOpen}
          onClick={() => setOpen(!isOpen)}
        >
          {t(texts.filters)}
          {count === 0 ? '' : ` (${count})`}
        </button>
        {isNarrowed(filters) ? (
          <Link to="/parcels" search={{}} className="button quiet">
            {t(texts.clear)}
          </Link>
        ) : null}
        <a
          className="button"
          href={`/api/v1/parcels.csv${queryString({ environment, ...filters, locale })}`}
          download
        >
          {t(texts.csv)}
        </a>
      </div>
    </search>
  );
}

const PAUSE_MS = 300;

/** Searches while one types, after a short pause; the address follows without filling the browser's history. */
function SearchBox({ value, onSearch }: { value: string; onSearch: (value: string) => void }) {
  const t = useSay();
  const id = useId();
  const box = useRef<HTMLInputElement>(null);
  const [typed, setTyped] = useState(value);
  const [heard, setHeard] = useState(value);
  // The address changed by itself (back, cleared filters): the box says what it says.
  if (heard !== value) {
    setHeard(value);
    if (typed.trim() !== value.trim()) setTyped(value);
  }
  useSlashFocus(box);
  useEffect(() => {
    if (typed.trim() === value.trim()) return;
    const timer = setTimeout(() => onSearch(typed), PAUSE_MS);
    return () => clearTimeout(timer);
  }, [typed, value, onSearch]);
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    onSearch(typed);
  };
  return (
    <form className="field search" onSubmit={submit}>
      <label htmlFor={id}>{t(texts.search)}</label>
      <input
        id={id}
        ref={box}
        className="input"
        type="search"
        value={typed}
        maxLength={120}
        placeholder={t(texts.searchHint)}
        onChange={(event) => setTyped(event.target.value)}
      />
    </form>
  );
}

/** The slash key goes to the search box from anywhere that is not a field. */
function useSlashFocus(box: RefObject<HTMLInputElement | null>): void {
  useKeys((key) => {
    if (key !== '/') return false;
    box.current?.focus();
    box.current?.select();
    return true;
  });
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

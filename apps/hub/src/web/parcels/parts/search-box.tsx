import { useKeys } from '@lading/ui/keys';
import { useSay } from '@lading/ui/parts/language';
import { type FormEvent, type RefObject, useEffect, useId, useRef, useState } from 'react';
import { texts } from '../text.ts';

const PAUSE_MS = 300;

/** Searches while one types, after a short pause; the address follows without filling the browser's history. */
export function SearchBox({ value, onSearch }: { value: string; onSearch: (value: string) => void }) {
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

import { type RefObject, useEffect } from 'react';

/** Acts on a key pressed anywhere but in a field; the keys with Control, Alt or Command stay the browser's. */
export function useKeys(act: (key: string) => boolean): void {
  useEffect(() => {
    const listen = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey) return;
      const { target } = event;
      if (target instanceof Element && target.closest('input, select, textarea, dialog, .menu')) return;
      if (act(event.key)) event.preventDefault();
    };
    document.addEventListener('keydown', listen);
    return () => document.removeEventListener('keydown', listen);
  }, [act]);
}

const STEPS: Readonly<Record<string, number>> = { ArrowDown: 1, j: 1, ArrowUp: -1, k: -1 };

/** Where a key leads in a list of `count`; null when the key moves nothing. `here` is -1 when none is chosen. */
export function nextInList(key: string, here: number, count: number): number | null {
  const step = STEPS[key];
  if (step === undefined || count === 0) return null;
  if (here === -1) return step > 0 ? 0 : null;
  return Math.min(count - 1, Math.max(0, here + step));
}

/** Arrows or j and k move among the links that `selector` finds; Enter then opens, as on any link. */
export function useListKeys(list: RefObject<HTMLElement | null>, selector: string): void {
  useKeys((key) => {
    const links = [...(list.current?.querySelectorAll<HTMLElement>(selector) ?? [])];
    const here = links.findIndex((link) => link.matches(':focus'));
    const next = nextInList(key, here, links.length);
    // An arrow with nothing chosen scrolls the page, as everywhere.
    if (next === null || (here === -1 && key.startsWith('Arrow'))) return false;
    links[next]?.focus();
    return true;
  });
}

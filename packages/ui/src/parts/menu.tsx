import { type KeyboardEvent, type ReactNode, useEffect, useRef } from 'react';

interface MenuProps {
  readonly label: ReactNode;
  readonly children: ReactNode;
}

/** A button that unfolds a small panel; Escape, a click elsewhere or a chosen link fold it again. */
export function Menu({ label, children }: MenuProps) {
  const menu = useRef<HTMLDetailsElement>(null);
  useEffect(() => {
    const listen = (event: MouseEvent) => {
      const { target } = event;
      const isInside = target instanceof Element && menu.current?.contains(target);
      if (!isInside || target.closest('a') !== null) menu.current?.removeAttribute('open');
    };
    document.addEventListener('click', listen);
    return () => document.removeEventListener('click', listen);
  }, []);
  const fold = (event: KeyboardEvent) => {
    if (event.key !== 'Escape' || !menu.current?.open) return;
    event.stopPropagation();
    menu.current.open = false;
    menu.current.querySelector('summary')?.focus();
  };
  return (
    <details ref={menu} className="menu" onKeyDown={fold}>
      <summary className="button quiet">{label}</summary>
      <div className="menu-panel stack tight">{children}</div>
    </details>
  );
}

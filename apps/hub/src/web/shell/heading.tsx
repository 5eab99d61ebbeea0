import { type ReactNode, useEffect } from 'react';

interface HeadingProps {
  /** What the browser's tab and history say. */
  readonly title: string;
  readonly className?: string;
  readonly children?: ReactNode;
}

/** The screen's one first-level heading; names the page in the browser too. */
export function Heading({ title, className, children = title }: HeadingProps) {
  useEffect(() => {
    document.title = `${title} – Lading`;
  }, [title]);
  return <h1 className={className}>{children}</h1>;
}

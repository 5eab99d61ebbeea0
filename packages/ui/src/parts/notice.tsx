import type { ReactNode } from 'react';

export type Tone = 'calm' | 'good' | 'warn' | 'bad' | 'accent';

/** A sentence that matters, with what to do about it. A bad one is announced to screen readers at once. */
export function Notice({
  tone = 'calm',
  title,
  children,
}: {
  tone?: Tone;
  title?: string;
  children?: ReactNode;
}) {
  return (
    <div className={`notice ${tone}`} role={tone === 'bad' ? 'alert' : 'status'}>
      {title === undefined ? null : <strong>{title}</strong>}
      {children}
    </div>
  );
}

export function Badge({ tone = 'calm', children }: { tone?: Tone; children: ReactNode }) {
  return <span className={`badge ${tone}`}>{children}</span>;
}

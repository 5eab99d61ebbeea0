/** The shape of what is coming; the sentence is for screen readers and for slow lines. */
export function Loading({ label }: { label: string }) {
  return (
    <div className="loading" role="status">
      <span className="visually-hidden">{label}</span>
      <div className="bar" />
      <div className="bar" />
      <div className="bar" />
    </div>
  );
}

import { type InputHTMLAttributes, type ReactNode, useId } from 'react';

interface FieldProps extends Omit<InputHTMLAttributes<HTMLInputElement>, 'id'> {
  readonly label: string;
  readonly hint?: ReactNode;
  /** Why the value cannot be taken. */
  readonly trouble?: string | null;
  /** What looks wrong though it can be taken. */
  readonly caution?: string | null;
}

/** A labelled text field; hint, caution and trouble are read out with it. */
export function Field({ label, hint, trouble, caution, className = 'input', ...input }: FieldProps) {
  const id = useId();
  const says = [hint && `${id}-hint`, trouble && `${id}-trouble`, caution && `${id}-caution`].filter(Boolean);
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      <input
        id={id}
        className={className}
        aria-invalid={trouble ? true : undefined}
        aria-describedby={says.join(' ') || undefined}
        {...input}
      />
      {hint ? (
        <span id={`${id}-hint`} className="hint">
          {hint}
        </span>
      ) : null}
      {trouble ? (
        <span id={`${id}-trouble`} className="trouble" role="alert">
          {trouble}
        </span>
      ) : null}
      {caution ? (
        <span id={`${id}-caution`} className="caution">
          {caution}
        </span>
      ) : null}
    </div>
  );
}

export interface Choice {
  readonly value: string;
  readonly label: string;
}

interface SelectProps {
  readonly label: string;
  readonly value: string;
  readonly choices: readonly Choice[];
  readonly onChange: (value: string) => void;
  readonly name?: string;
  readonly required?: boolean;
  /** Why the choice cannot be taken. */
  readonly trouble?: string | null;
}

/** A labelled dropdown list. */
export function Select({ label, value, choices, onChange, name, required, trouble }: SelectProps) {
  const id = useId();
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      <select
        id={id}
        className="input"
        name={name}
        required={required}
        value={value}
        aria-invalid={trouble ? true : undefined}
        aria-describedby={trouble ? `${id}-trouble` : undefined}
        onChange={(event) => onChange(event.target.value)}
      >
        {choices.map((choice) => (
          <option key={choice.value} value={choice.value}>
            {choice.label}
          </option>
        ))}
      </select>
      {trouble ? (
        <span id={`${id}-trouble`} className="trouble" role="alert">
          {trouble}
        </span>
      ) : null}
    </div>
  );
}

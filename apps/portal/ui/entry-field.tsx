import type { InputHTMLAttributes } from 'react';
import { Icon } from './icons.tsx';

/** A line to fill in: what it is above it, help between, what is wrong with it in words beside it. */
export function EntryField({
  label,
  help,
  problem,
  asks = null,
  onValue,
  ...input
}: {
  readonly id: string;
  readonly label: string;
  readonly help?: string | undefined;
  readonly problem: string | null;
  /** What is asked before it goes on, though it may be right. */
  readonly asks?: string | null;
  readonly onValue: (value: string) => void;
} & Omit<InputHTMLAttributes<HTMLInputElement>, 'id' | 'onChange'>) {
  const { id } = input;
  const told = [help && `${id}-help`, problem !== null && `${id}-problem`, asks !== null && `${id}-asks`];
  const describedBy = told.filter(Boolean).join(' ');
  return (
    <div className={problem === null ? 'entry-field' : 'entry-field wrong'}>
      <label htmlFor={id}>{label}</label>
      {help && (
        <p className="help" id={`${id}-help`}>
          {help}
        </p>
      )}
      {problem !== null && (
        <p className="problem" id={`${id}-problem`}>
          {problem}
        </p>
      )}
      {asks !== null && (
        <p className="asks" id={`${id}-asks`} role="alert">
          <Icon name="warn" />
          {asks}
        </p>
      )}
      <input
        autoCapitalize="none"
        spellCheck={false}
        {...input}
        aria-invalid={problem !== null}
        aria-describedby={describedBy === '' ? undefined : describedBy}
        onChange={({ currentTarget }) => onValue(currentTarget.value)}
      />
    </div>
  );
}

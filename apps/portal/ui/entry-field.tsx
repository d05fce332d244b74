import type { InputHTMLAttributes } from 'react';

/** A line to fill in: what it is above it, help between, what is wrong with it in words beside it. */
export function EntryField({
  label,
  help,
  problem,
  onValue,
  ...input
}: {
  readonly id: string;
  readonly label: string;
  readonly help?: string | undefined;
  readonly problem: string | null;
  readonly onValue: (value: string) => void;
} & Omit<InputHTMLAttributes<HTMLInputElement>, 'id' | 'onChange'>) {
  const { id } = input;
  const told = [help ? `${id}-help` : '', problem === null ? '' : `${id}-problem`].filter(Boolean).join(' ');
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
      <input
        autoCapitalize="none"
        spellCheck={false}
        {...input}
        aria-invalid={problem !== null}
        aria-describedby={told === '' ? undefined : told}
        onChange={({ currentTarget }) => onValue(currentTarget.value)}
      />
    </div>
  );
}

import type { Text } from '#basics';
import { useSay } from './language.tsx';

/** One line to fill in: its name, how it is written, and what is wrong with it. */
export function TextField(field: {
  readonly id: string;
  readonly label: Text;
  readonly hint: Text;
  readonly value: string;
  readonly longest: number;
  readonly problem: string | null;
  readonly onChange: (value: string) => void;
}) {
  const { id, label, hint, value, longest, problem, onChange } = field;
  const say = useSay();
  const told = problem === null ? `${id}-hint` : `${id}-hint ${id}-problem`;
  return (
    <div className={problem === null ? 'text-field' : 'text-field wrong'}>
      <label htmlFor={id}>{say(label)}</label>
      <p className="hint-line" id={`${id}-hint`}>
        {say(hint)}
      </p>
      {problem !== null && (
        <p className="problem" id={`${id}-problem`}>
          {problem}
        </p>
      )}
      <input
        id={id}
        value={value}
        maxLength={longest}
        autoComplete="off"
        autoCapitalize="characters"
        spellCheck={false}
        aria-invalid={problem !== null}
        aria-describedby={told}
        onChange={({ currentTarget }) => onChange(currentTarget.value)}
      />
    </div>
  );
}

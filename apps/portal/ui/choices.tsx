import type { ReactNode } from 'react';

export interface Offered {
  readonly id: string;
  readonly label: string;
  readonly hint?: string | null | undefined;
  /** What opens below it once it is chosen. */
  readonly more?: ReactNode;
}

/** One of several, each a whole row to press. The first one's id is `NAME-ID`, to which an error summary leads. */
export function Choices(asked: {
  readonly name: string;
  readonly of: readonly Offered[];
  readonly chosen: string | null;
  readonly problem: string | null;
  readonly onChoose: (id: string) => void;
}) {
  const { name, of, chosen, problem, onChoose } = asked;
  const told = problem === null ? undefined : `${name}-problem`;
  return (
    <div className={problem === null ? 'choices' : 'choices wrong'}>
      {problem !== null && (
        <p className="problem" id={told}>
          {problem}
        </p>
      )}
      {of.map(({ id, label, hint, more }) => (
        <div key={id}>
          <label className={chosen === id ? 'opt sel' : 'opt'}>
            <input
              type="radio"
              name={name}
              id={`${name}-${id}`}
              value={id}
              checked={chosen === id}
              aria-describedby={told}
              onChange={() => onChoose(id)}
            />
            <span className="r" />
            <span>
              <b>{label}</b>
              {hint && <span>{hint}</span>}
            </span>
          </label>
          {chosen === id && more && <div className="opened">{more}</div>}
        </div>
      ))}
    </div>
  );
}

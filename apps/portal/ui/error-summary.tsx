import { useEffect, useRef } from 'react';
import { Icon } from './icons.tsx';
import { useSay } from './language.tsx';

export interface FieldProblem {
  /** The id of the field to go to. */
  readonly field: string;
  readonly says: string;
}

/** Everything that is still to be filled in, at the top, in the words that stand at the fields; it takes the focus. */
export function ErrorSummary({ problems }: { readonly problems: readonly FieldProblem[] }) {
  const say = useSay();
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (problems.length > 0) box.current?.focus();
  }, [problems]);
  if (problems.length === 0) return null;
  const title = { zh: '还有 {n} 处要填', en: 'Error: {n} still to be filled in' };
  return (
    <div className="errors" role="alert" tabIndex={-1} ref={box}>
      <h2>
        <Icon name="warn" />
        {say(title, { n: problems.length })}
      </h2>
      <ul>
        {problems.map(({ field, says }) => (
          <li key={field}>
            <a
              href={`#${field}`}
              onClick={(event) => {
                // What stands behind the `#` is the answers.
                event.preventDefault();
                document.getElementById(field)?.focus();
              }}
            >
              {says}
            </a>
          </li>
        ))}
      </ul>
    </div>
  );
}

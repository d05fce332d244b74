import { useEffect, useRef } from 'react';
import { Icon } from './icons.tsx';
import { useSay } from './language.tsx';

export interface FieldProblem {
  /** The id of the field to go to. */
  readonly field: string;
  readonly says: string;
}

/**
 * Everything that is still to be filled in, at the top, in the words that stand at the fields. It takes the focus when somebody
 * tried to go on, and never while they mend what it says.
 */
export function ErrorSummary({ problems }: { readonly problems: readonly FieldProblem[] }) {
  const say = useSay();
  const box = useRef<HTMLDivElement>(null);
  const wanted = useRef(true);
  useEffect(() => {
    if (problems.length === 0 || !wanted.current) return;
    wanted.current = false;
    box.current?.focus();
  });
  useEffect(() => {
    const tried = ({ target }: Event) => {
      wanted.current = true;
      // Where the same is wrong as before nothing is drawn anew. A page may have several forms, each with its own.
      const ofThisForm = () => target instanceof Node && box.current?.parentElement?.contains(target);
      setTimeout(() => ofThisForm() && box.current?.focus());
    };
    const mends = () => {
      wanted.current = false;
    };
    addEventListener('submit', tried, true);
    addEventListener('input', mends, true);
    return () => {
      removeEventListener('submit', tried, true);
      removeEventListener('input', mends, true);
    };
  }, []);
  if (problems.length === 0) return null;
  const title = { zh: '有 {n} 处要填写或改正', en: 'Error: {n} to fill in or put right' };
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

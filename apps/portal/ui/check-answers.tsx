import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { useSay } from './language.tsx';

export interface Answered {
  readonly label: string;
  readonly value: ReactNode;
  /** Where it is changed, by its address below `homeOfMy`; null where it cannot be. */
  readonly change: string | null;
}

/** What was answered, to be read once more; each with the way to change it. */
export function CheckAnswers({
  title,
  of,
  children,
}: {
  readonly title: string;
  readonly of: readonly Answered[];
  /** What is to be minded of it. */
  readonly children?: ReactNode;
}) {
  const say = useSay();
  return (
    <section className="sec check-answers">
      <h2>{title}</h2>
      <dl className="card">
        {of.map(({ label, value, change }) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd>{value}</dd>
            {change !== null && (
              <dd className="change">
                <Link to={change}>
                  {say({ zh: '修改', en: 'Change' })}
                  <span className="vh">
                    {say({ zh: '：', en: ': ' })}
                    {label}
                  </span>
                </Link>
              </dd>
            )}
          </div>
        ))}
      </dl>
      {children}
    </section>
  );
}

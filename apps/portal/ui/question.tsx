import type { ReactNode, SyntheticEvent } from 'react';
import { BackTo } from './back-to.tsx';
import { ErrorSummary, type FieldProblem } from './error-summary.tsx';
import { Heading } from './heading.tsx';
import { useSay } from './language.tsx';

/** One thing a page: the way back, the question as its heading and legend, what is wrong at the top, one button onward. */
export function Question(asked: {
  readonly title: string;
  readonly help?: string | undefined;
  /** The page before, by its address below `homeOfMy`. */
  readonly back: { readonly to: string; readonly says: string };
  readonly problems: readonly FieldProblem[];
  readonly onward?: string;
  readonly busy?: boolean;
  readonly onGo: () => void;
  /** What stands between heading and form: what a person should know first. */
  readonly before?: ReactNode;
  /** What stands beside the button, such as that everything is saved. */
  readonly after?: ReactNode;
  readonly children: ReactNode;
}) {
  const { title, help, back, problems, onward, busy = false, onGo, before, after, children } = asked;
  const say = useSay();
  function submit(event: SyntheticEvent): void {
    event.preventDefault();
    if (!busy) onGo();
  }
  return (
    <main id="main" className="narrow question">
      <BackTo to={back.to}>{back.says}</BackTo>
      <ErrorSummary problems={problems} />
      <form onSubmit={submit} noValidate>
        <fieldset aria-describedby={help ? 'help' : undefined}>
          <legend>
            <Heading>{title}</Heading>
          </legend>
          {help && (
            <p className="help" id="help">
              {help}
            </p>
          )}
          {before}
          {children}
        </fieldset>
        <div className="go">
          <button type="submit" className="btn primary wide" aria-disabled={busy}>
            {onward ?? say({ zh: '继续', en: 'Continue' })}
          </button>
          {after}
        </div>
      </form>
    </main>
  );
}

import { useState } from 'react';
import { useNavigate } from 'react-router';
import { BackTo } from '../../ui/back-to.tsx';
import { DayField, dayTyped, impossible, noDay, type TypedDay } from '../../ui/day-field.tsx';
import { ErrorSummary, type FieldProblem } from '../../ui/error-summary.tsx';
import { Heading } from '../../ui/heading.tsx';
import { useSay } from '../../ui/language.tsx';
import { pageOf } from '../../ui/links.ts';
import { usePerson } from '../../ui/person.tsx';
import { ProblemBox } from '../../ui/problem-box.tsx';
import { useToday } from '../../ui/today.ts';
import { useStep } from '../cases/use-step.ts';

/** Ends what is filed, from a day that has come. */
export function EndFilingPage() {
  const say = useSay();
  const today = useToday();
  const navigate = useNavigate();
  const personId = usePerson();
  const [on, setOn] = useState<TypedDay>(noDay);
  const [problems, setProblems] = useState<readonly FieldProblem[]>([]);
  const { take, busy, problem } = useStep('POST /life-events', ({ number }) =>
    navigate(pageOf.filingReceipt(number), { replace: true }),
  );
  return (
    <main id="main" className="narrow">
      <BackTo to={pageOf.filings()}>{say({ zh: '异地就医备案', en: 'Treatment elsewhere' })}</BackTo>
      <Heading>{say({ zh: '取消备案', en: 'End the filing' })}</Heading>
      <p className="muted">
        {say({
          zh: '取消以后，在那边看病不再直接结算。取消日不能晚于今天。',
          en: 'From that day on, treatment there is no longer settled directly. The day cannot be later than today.',
        })}
      </p>
      <ErrorSummary problems={problems} />
      {problems.length === 0 && <ProblemBox problem={problem} />}
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          const endOn = dayTyped(on);
          const late = endOn === null || endOn > today;
          const text = { zh: '请填今天或之前的一天', en: 'Enter today or an earlier day' };
          setProblems(late ? [{ field: 'end', says: say(impossible(on) ?? text) }] : []);
          if (!late && !busy)
            take({ body: { personId, statement: { kind: 'treatment-filing', change: 'end', endOn } } });
        }}
      >
        <fieldset className="inner">
          <legend>{say({ zh: '从哪一天起取消', en: 'From which day' })}</legend>
          <DayField id="end" value={on} problem={problems[0]?.says ?? null} onChange={setOn} />
        </fieldset>
        <button type="submit" className="btn primary wide" aria-disabled={busy}>
          {say({ zh: '提交取消', en: 'Send it' })}
        </button>
      </form>
    </main>
  );
}

import { useState } from 'react';
import { useNavigate } from 'react-router';
import { DayField, dayTyped, impossible, noDay, type TypedDay } from '../../ui/day-field.tsx';
import { useSay } from '../../ui/language.tsx';
import { pageOf } from '../../ui/links.ts';
import { useFilingDraft } from './filing-draft.tsx';
import { FilingQuestion } from './filing-question.tsx';

/** From which day. */
export function FromPage() {
  const say = useSay();
  const navigate = useNavigate();
  const { content, autosave } = useFilingDraft();
  const [tried, setTried] = useState(false);
  const { from = noDay } = content;
  const wrong = dayTyped(from) === null;
  const problem = tried && wrong ? say(impossible(from) ?? noFirstDay) : null;
  return (
    <FilingQuestion
      step="from"
      title={{ zh: '从哪一天起？', en: 'From which day?' }}
      help={{
        zh: '确认当天起才算已备案；这里填您住到那边的日子',
        en: 'The filing takes effect on the day it is confirmed. Give the day from which you live there',
      }}
      problems={problem === null ? [] : [{ field: 'from', says: problem }]}
      onGo={() => {
        setTried(true);
        if (!wrong) navigate(pageOf.newFiling('until'));
      }}
    >
      <DayField
        id="from"
        value={from}
        problem={problem}
        onChange={(day) => autosave.write({ ...autosave.content(), from: day })}
      />
    </FilingQuestion>
  );
}

/** Until which day, or none. */
export function UntilPage() {
  const say = useSay();
  const navigate = useNavigate();
  const { content, autosave } = useFilingDraft();
  const [tried, setTried] = useState(false);
  const { from = noDay, to = noDay } = content;
  const wrong = !endsWell(from, to);
  const problem =
    tried && wrong ? say(impossible(to) ?? (dayTyped(to) === null ? notWhole : tooEarly)) : null;
  return (
    <FilingQuestion
      step="until"
      title={{ zh: '到哪一天止？', en: 'Until which day?' }}
      help={{ zh: '没有期限就空着', en: 'Leave it empty if there is no end date' }}
      problems={problem === null ? [] : [{ field: 'to', says: problem }]}
      onGo={() => {
        setTried(true);
        if (!wrong) navigate(pageOf.newFiling('check'));
      }}
    >
      <DayField
        id="to"
        value={to}
        problem={problem}
        onChange={(day) => {
          const { to: _, ...rest } = autosave.content();
          autosave.write(isEmpty(day) ? rest : { ...rest, to: day });
        }}
      />
    </FilingQuestion>
  );
}

const noFirstDay = { zh: '请填从哪一天起', en: 'Enter the first day' };
const notWhole = {
  zh: '请填年、月、日；没有期限就都空着',
  en: 'Enter year, month and day, or leave all of it empty',
};
const tooEarly = { zh: '结束的日子不能早于开始的日子', en: 'The last day cannot come before the first' };

/** Open, or a day that comes after the first. */
export function endsWell(from: TypedDay, to: TypedDay): boolean {
  const [since, until] = [dayTyped(from), dayTyped(to)];
  return isEmpty(to) || (until !== null && (since === null || until >= since));
}

export function isEmpty({ year, month, day }: TypedDay): boolean {
  return `${year}${month}${day}`.trim() === '';
}

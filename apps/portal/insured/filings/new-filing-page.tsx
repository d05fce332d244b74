import { useState } from 'react';
import { useNavigate } from 'react-router';
import type { PlainDate } from '#basics';
import { useAsk } from '../../ui/asking.ts';
import { BackTo } from '../../ui/back-to.tsx';
import { Choices } from '../../ui/choices.tsx';
import { showDate } from '../../ui/dates.ts';
import { DayField, dayTyped, noDay, type TypedDay } from '../../ui/day-field.tsx';
import { EntryField } from '../../ui/entry-field.tsx';
import { ErrorSummary, type FieldProblem } from '../../ui/error-summary.tsx';
import { Heading } from '../../ui/heading.tsx';
import { Icon } from '../../ui/icons.tsx';
import { useLanguage, useSay } from '../../ui/language.tsx';
import { pageOf } from '../../ui/links.ts';
import { usePerson } from '../../ui/person.tsx';
import { ProblemBox } from '../../ui/problem-box.tsx';
import { useSite } from '../../ui/site.tsx';
import { useStep } from '../cases/use-step.ts';
import { filingPlaces, placeName, placesMeant } from './filing-places.ts';
import { type Group, groups } from './filing-words.ts';

/** What a new filing says, as far as it is said. */
interface Said {
  readonly region: string | null;
  readonly group: Group | null;
  readonly from: TypedDay;
  /** Until when; open where it is left out. */
  readonly to: TypedDay;
}

const nothing: Said = { region: null, group: null, from: noDay, to: noDay };

/** Where, why and since when: three things on one page, read once more before they are sent. */
export function NewFilingPage() {
  const say = useSay();
  const [said, setSaid] = useState<Said>(nothing);
  const [checking, setChecking] = useState(false);
  const [problems, setProblems] = useState<readonly FieldProblem[]>([]);
  if (checking) return <Check said={said} onBack={() => setChecking(false)} />;
  const problemAt = (name: string) => problems.find(({ field }) => field === name)?.says ?? null;
  return (
    <main id="main" className="narrow">
      <BackTo to={pageOf.filings()}>{say({ zh: '异地就医备案', en: 'Treatment elsewhere' })}</BackTo>
      <Heading>{say({ zh: '新办备案', en: 'File treatment elsewhere' })}</Heading>
      <ErrorSummary problems={problems} />
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          const lacks = problemsOf(said).map(({ field, text }) => ({ field, says: say(text) }));
          setProblems(lacks);
          setChecking(lacks.length === 0);
        }}
      >
        <Where {...{ said, setSaid }} problem={problemAt('place')} />
        <fieldset className="inner">
          <legend>{say({ zh: '是哪种情形', en: 'Why you are there' })}</legend>
          <Choices
            name="group"
            of={groups.map(({ id, name, hint }) => ({ id, label: say(name), hint: say(hint) }))}
            chosen={said.group}
            problem={problemAt('group-long-term-resident')}
            onChoose={(id) => setSaid({ ...said, group: id as Group })} // one of the groups above
          />
        </fieldset>
        <When {...{ said, setSaid, problemAt }} />
        <button type="submit" className="btn primary wide">
          {say({ zh: '核对', en: 'Read it once more' })}
        </button>
      </form>
    </main>
  );
}

function When(when: {
  readonly said: Said;
  readonly setSaid: (said: Said) => void;
  readonly problemAt: (field: string) => string | null;
}) {
  const { said, setSaid, problemAt } = when;
  const say = useSay();
  return (
    <>
      <fieldset className="inner">
        <legend>{say({ zh: '从哪一天起', en: 'From which day' })}</legend>
        <DayField
          id="from"
          value={said.from}
          problem={problemAt('from')}
          onChange={(from) => setSaid({ ...said, from })}
        />
      </fieldset>
      <fieldset className="inner">
        <legend>
          {say({
            zh: '到哪一天止（没有期限就空着）',
            en: 'Until which day (leave it empty if it is open)',
          })}
        </legend>
        <DayField
          id="to"
          value={said.to}
          problem={problemAt('to')}
          onChange={(to) => setSaid({ ...said, to })}
        />
      </fieldset>
    </>
  );
}

function Where(where: {
  readonly said: Said;
  readonly setSaid: (said: Said) => void;
  readonly problem: string | null;
}) {
  const { said, setSaid, problem } = where;
  const say = useSay();
  const { region: own } = useSite();
  const [typed, setTyped] = useState('');
  const { data } = useAsk('GET /transfer-places', { query: { limit: 500 } });
  const places = filingPlaces(data?.items ?? [], own);
  const shown = placesMeant(places, typed).slice(0, 6);
  const kept = places.filter((place) => place.region === said.region && !shown.includes(place));
  return (
    <fieldset className="inner">
      <legend>{say({ zh: '在哪里看病', en: 'Where you are treated' })}</legend>
      <EntryField
        id="place"
        type="search"
        autoComplete="off"
        label={say({ zh: '省份或城市', en: 'Province or city' })}
        help={say({ zh: '输入名称，从下面选一个', en: 'Type its name and choose one below' })}
        value={typed}
        problem={problem}
        onValue={setTyped}
      />
      <Choices
        name="region"
        of={[...kept, ...shown].map(({ region, name }) => ({ id: region, label: say(name) }))}
        chosen={said.region}
        problem={null}
        onChoose={(region) => setSaid({ ...said, region })}
      />
    </fieldset>
  );
}

const isEmpty = ({ year, month, day }: TypedDay) => `${year}${month}${day}`.trim() === '';

function problemsOf({ region, group, from, to }: Said) {
  const [since, until] = [dayTyped(from), dayTyped(to)];
  return [
    ...(region === null ? [{ field: 'place', text: { zh: '请选一个地方', en: 'Choose a place' } }] : []),
    ...(group === null
      ? [{ field: 'group-long-term-resident', text: { zh: '请选一种情形', en: 'Choose why you are there' } }]
      : []),
    ...(since === null
      ? [{ field: 'from', text: { zh: '请填从哪一天起', en: 'Enter from which day' } }]
      : []),
    ...(!isEmpty(to) && (until === null || (since !== null && until < since))
      ? [{ field: 'to', text: { zh: '结束的日子要在开始之后', en: 'The last day comes after the first' } }]
      : []),
  ];
}

function Check({ said, onBack }: { readonly said: Said; readonly onBack: () => void }) {
  const say = useSay();
  const language = useLanguage();
  const navigate = useNavigate();
  const personId = usePerson();
  const { take, busy, problem } = useStep('POST /life-events', ({ number }) =>
    navigate(pageOf.filingReceipt(number), { replace: true }),
  );
  const from = dayTyped(said.from);
  const to = dayTyped(said.to);
  const { region, group } = said;
  if (region === null || group === null || from === null) return null;
  const statement = {
    kind: 'treatment-filing',
    change: 'file',
    region,
    group,
    fromOn: from,
    toOn: to,
  } as const;
  const day = (on: PlainDate) => showDate(on, language);
  return (
    <main id="main" className="narrow">
      <button type="button" className="back" onClick={onBack}>
        <Icon name="back" />
        {say({ zh: '返回修改', en: 'Back, to change it' })}
      </button>
      <Heading>{say({ zh: '核对后提交', en: 'Read it and send it' })}</Heading>
      <section className="card pad said">
        <dl className="facts">
          <dt>{say({ zh: '在哪里', en: 'Where' })}</dt>
          <dd>{say(placeName(region))}</dd>
          <dt>{say({ zh: '情形', en: 'Why' })}</dt>
          <dd>{say(groups.find(({ id }) => id === group)?.name ?? groups[0].name)}</dd>
          <dt>{say({ zh: '从', en: 'From' })}</dt>
          <dd>{day(from)}</dd>
          <dt>{say({ zh: '到', en: 'Until' })}</dt>
          <dd>{to === null ? say({ zh: '没有期限', en: 'No end' }) : day(to)}</dd>
        </dl>
      </section>
      <p className="small muted filing-said">
        {say({
          zh: '以上属实。提交后两位工作人员核对，确认后才算备案；材料在下一页交，没有的可以写承诺书。',
          en: 'This is true. Two officers look at it, and it counts once they have confirmed it. Papers follow on the next page; a written commitment does instead.',
        })}
      </p>
      <ProblemBox problem={problem} />
      <button
        type="button"
        className="btn primary wide"
        aria-disabled={busy}
        onClick={() => take({ body: { personId, statement } })}
      >
        {say({ zh: '提交备案', en: 'Send the filing' })}
      </button>
    </main>
  );
}

import type { PlainDate } from '#basics';
import { useWrite } from './asking.ts';
import { BackTo } from './back-to.tsx';
import { CheckAnswers } from './check-answers.tsx';
import { showDate } from './dates.ts';
import { dayTyped } from './day-field.tsx';
import { Heading } from './heading.tsx';
import { useLanguage, useSay } from './language.tsx';
import { lastDay, procedures, record, scopeOf, spans, staffReports } from './mandate-draft.ts';
import type { MandatePlaces, MandateStep } from './mandate-step.ts';
import { ProblemBox } from './problem-box.tsx';
import { useToday } from './today.ts';

/** The mandate once more before it is given. */
export function CheckMandate({
  at,
  ownerId,
  draft,
  cases,
  onCode,
}: MandateStep & { readonly onCode: (code: string) => void }) {
  const say = useSay();
  const today = useToday();
  const { agentName, until, which } = draft;
  const only = cases.find(({ number }) => number === which) ?? null;
  const scope = scopeOf(draft, only?.process ?? null);
  const months = spans.find(({ id }) => id === until)?.months;
  const untilOn = months ? lastDay(months, today) : dayTyped(draft.day);
  const { send, busy, problem } = useWrite('POST /mandates', ({ code }) => onCode(code));
  const names = [
    ...procedures,
    record,
    staffReports,
    ...(only ? [{ id: only.process, name: only.name }] : []),
  ];
  const what = scope.map((id) => say(names.find((each) => each.id === id)?.name ?? { zh: id, en: id }));
  function give(): void {
    if (busy) return;
    const caseNumber = only?.number ?? null;
    send({ body: { ownerId, agentName, scope: [...scope], untilOn, caseNumber } });
  }
  return (
    <main id="main" className="narrow">
      <BackTo to={at.step('until')}>{say({ zh: '上一步', en: 'Back' })}</BackTo>
      <Heading>{say({ zh: '再核对一遍', en: 'Check the mandate' })}</Heading>
      <Terms {...{ at, agentName, what, untilOn }} number={only?.number ?? null} />
      <div className="send">
        <ProblemBox problem={problem} />
        <p className="small muted">
          {say({
            zh: '按下后给您一个委托码，只显示这一次。对方用它接受以后，委托才生效。',
            en: 'You are then shown a code, once only. The mandate takes effect when they accept it with that code.',
          })}
        </p>
        <button type="button" className="btn primary wide" aria-disabled={busy} onClick={give}>
          {say({ zh: '给出委托', en: 'Give the mandate' })}
        </button>
      </div>
    </main>
  );
}

function Terms(terms: {
  readonly at: MandatePlaces;
  readonly agentName: string;
  readonly what: readonly string[];
  readonly number: string | null;
  readonly untilOn: PlainDate | null;
}) {
  const say = useSay();
  const language = useLanguage();
  const { at, agentName, what, number, untilOn } = terms;
  return (
    <CheckAnswers
      title={say({ zh: '委托内容', en: 'What you let them do' })}
      of={[
        {
          label: say({ zh: '委托谁', en: 'Who acts' }),
          value: agentName,
          change: at.step('who'),
        },
        {
          label: say({ zh: '办什么', en: 'For what' }),
          value: [...new Set(what)].join(say({ zh: '、', en: ', ' })),
          change: at.asksWhat ? at.step('what') : null,
        },
        ...(at.asksWhat
          ? [
              {
                label: say({ zh: '哪一件', en: 'Which cases' }),
                value: number ?? say({ zh: '这些事项的每一件', en: 'All cases of these kinds' }),
                change: at.step('what'),
              },
            ]
          : []),
        {
          label: say({ zh: '到哪天', en: 'Until' }),
          value: untilOn && showDate(untilOn, language),
          change: at.step('until'),
        },
      ]}
    />
  );
}

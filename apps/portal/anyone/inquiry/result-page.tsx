import { useEffect, useRef } from 'react';
import { forCount } from '#basics';
import { citation } from '#law';
import { useAfterPaint } from '../../ui/after-paint.ts';
import { breaksWithin } from '../../ui/breaks-within.ts';
import { answerBehind, type QuestionId, questions } from '../../ui/checker-questions.ts';
import { Gap } from '../../ui/gap.tsx';
import { Icon } from '../../ui/icons.tsx';
import { useSay } from '../../ui/language.tsx';
import { useSite } from '../../ui/site.tsx';
import { changeAnswers } from './asking-words.ts';
import { mainOf } from './main-of.ts';
import { reasonsOf } from './reasons.ts';
import type { Asked } from './request-of.ts';
import { HowLong } from './result-days.tsx';
import { End } from './result-end.tsx';
import { Grounds } from './result-grounds.tsx';
import { Papers } from './result-papers.tsx';
import { WhatToDo } from './result-steps.tsx';
import { Trace } from './result-trace.tsx';
import { type Verdict, verdictOf } from './verdict.ts';
import { headingOf, ifOurCheck, noHurry, usedInstead, usedInsteadSource } from './verdict-words.ts';

interface Shown {
  readonly asked: Asked;
  /** Whether it is drawn for later, and not seen. */
  readonly ahead: boolean;
  readonly moved: boolean;
  readonly onBack: () => void;
  /** Asks again what stood in the way, the other answers kept. */
  readonly onAgain: (at: QuestionId) => void;
}

/** The answer: what, because of what, and the one thing to do; then papers, days, money, and how it was found. */
export function ResultPage({ asked, ahead, moved, onBack, onAgain }: Shown) {
  const verdict = verdictOf(asked);
  // The answer is painted first, and what is further down a moment later.
  const whole = useAfterPaint(!ahead);
  return (
    <main {...mainOf(ahead)} data-coming={whole ? undefined : 'more'}>
      <Head {...{ asked, verdict, moved, whole, onBack }} />
      {whole && (
        <>
          <WhatToDo asked={asked} verdict={verdict} />
          <Below {...{ asked, verdict, onAgain }} />
        </>
      )}
    </main>
  );
}

function Below({
  asked,
  verdict,
  onAgain,
}: Pick<Shown, 'asked' | 'onAgain'> & { readonly verdict: Verdict }) {
  const { kind, option, groundUntold } = verdict;
  return (
    <>
      {kind !== 'no-ground' && kind !== 'cannot' && option && !groundUntold && (
        <>
          <Papers verdict={verdict} />
          <HowLong verdict={verdict} option={option} today={asked.today} />
        </>
      )}
      {kind === 'no-ground' && <Grounds asked={asked} />}
      <Trace verdict={verdict} asked={asked} />
      <End asked={asked} verdict={verdict} onAgain={() => onAgain(changedSince(verdict))} />
    </>
  );
}

/** The question whose answer changes once the first step is done. */
function changedSince({ unmet }: Verdict): QuestionId {
  return answerBehind[unmet[0]?.id ?? '']?.[0] ?? 'what';
}

function Head({
  asked,
  verdict,
  moved,
  whole,
  onBack,
}: Omit<Shown, 'ahead' | 'onAgain'> & { readonly verdict: Verdict; readonly whole: boolean }) {
  const say = useSay();
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    if (moved) heading.current?.focus();
  }, [moved]);
  const { text, figures } = headingOf(verdict);
  const title = say(text, figures);
  const { kind } = verdict;
  return (
    <section className="verdict">
      <button type="button" className="back" onClick={onBack}>
        <Icon name="back" />
        {say(changeAnswers)}
      </button>
      <h1 ref={heading} tabIndex={-1} className={breaksWithin(title)}>
        {title}
      </h1>
      {asked.answers.what === 'death' && <p>{say(noHurry)}</p>}
      {kind === 'not-yet' && asked.answers.what !== 'death' && <TheGap asked={asked} verdict={verdict} />}
      {kind === 'yes' && <p>{say(ifOurCheck(verdict.option))}</p>}
      {kind === 'no-ground' && (
        <>
          <p>{say(usedInstead)}</p>
          {/* In a typeface that nothing above has needed: to open it takes as long as the answer itself. */}
          {whole && <p className="caption song">{say(citation(usedInsteadSource))}</p>}
        </>
      )}
      <Because asked={asked} verdict={verdict} />
    </section>
  );
}

/** The reason, in the person's own terms. */
function Because({ asked, verdict }: Pick<Shown, 'asked'> & { readonly verdict: Verdict }) {
  const say = useSay();
  const { city } = useSite();
  const reasons = reasonsOf(verdict, asked).map((reason) => say(reason, { city: say(city) }));
  if (reasons.length === 0) return null;
  return (
    <p>
      <b>{say({ zh: '因为', en: 'Because ' })}</b>
      {reasons.join(say({ zh: '；', en: ', and ' }))}
      {say({ zh: '。', en: '.' })}
    </p>
  );
}

/** Not where somebody has died: nobody ticks that off. */
function TheGap({ asked, verdict }: Pick<Shown, 'asked'> & { readonly verdict: Verdict }) {
  const say = useSay();
  const moves = verdict.option?.action === 'transfer';
  const what = questions.what.choices?.find(({ id }) => id === asked.answers.what);
  const done = what?.short ?? what?.label;
  const n = verdict.unmet.length;
  const missing = n === 1 && shortStep[verdict.unmet[0]?.id ?? ''];
  return (
    <Gap
      done={done ? say(done) : ''}
      missing={say(missing || { zh: '还差 {n} 步', en: forCount(n, '{n} step', '{n} steps') }, { n })}
      beyond={say(moves ? { zh: '可以转移', en: 'Transfer' } : { zh: '可以领取', en: 'Paid out' })}
    />
  );
}

/** A step in the few words that fit under its station. */
const shortStep: Readonly<Record<string, { readonly zh: string; readonly en: string }>> = {
  'removed-by-employer': { zh: '单位减员', en: 'Employer acts' },
  'insurance-stopped': { zh: '停保', en: 'Insurance stopped' },
  'filing-confirmed': { zh: '备案确认', en: 'Filing confirmed' },
  'successor-established': { zh: '确定继承人', en: 'Heirs settled' },
  'refusal-documented': { zh: '书面答复', en: 'Written answer' },
  'request-documented': { zh: '催办记录', en: 'Reminder on record' },
};

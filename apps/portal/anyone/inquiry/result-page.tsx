import { useEffect, useRef } from 'react';
import { regionPack } from '#law';
import { Gap } from '../../ui/gap.tsx';
import { Icon } from '../../ui/icons.tsx';
import { useLanguage, useSay } from '../../ui/language.tsx';
import { useSite } from '../../ui/site.tsx';
import { questions } from './questions.ts';
import type { Asked } from './request-of.ts';
import { HowLong } from './result-days.tsx';
import { Papers } from './result-papers.tsx';
import { Trace } from './result-trace.tsx';
import { type Verdict, verdictOf } from './verdict.ts';
import { headingOf, ifOurCheck } from './verdict-words.ts';

interface Shown {
  readonly asked: Asked;
  readonly moved: boolean;
  readonly onBack: () => void;
}

/** The answer: what, because of what, and the one thing to do; then papers, days, money, and how it was found. */
export function ResultPage({ asked, moved, onBack }: Shown) {
  const verdict = verdictOf(asked);
  return (
    <main id="main">
      <Head {...{ asked, verdict, moved, onBack }} />
      <WhatToDo verdict={verdict} />
      {verdict.kind !== 'no-ground' && verdict.kind !== 'cannot' && verdict.option && (
        <>
          <Papers verdict={verdict} />
          <HowLong verdict={verdict} option={verdict.option} today={asked.today} />
        </>
      )}
      {verdict.kind === 'no-ground' && <Grounds verdict={verdict} />}
      <Trace verdict={verdict} asked={asked} />
      <End asked={asked} verdict={verdict} />
    </main>
  );
}

function Head({ asked, verdict, moved, onBack }: Shown & { readonly verdict: Verdict }) {
  const say = useSay();
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    if (moved) heading.current?.focus();
  }, [moved]);
  const { text, figures } = headingOf(verdict);
  const because = { zh: '因为', en: 'Because ' };
  return (
    <section className="verdict">
      <button type="button" className="back" onClick={onBack}>
        <Icon name="back" />
        {say({ zh: '改答案', en: 'Change my answers' })}
      </button>
      <h1 ref={heading} tabIndex={-1}>
        {say(text, figures)}
      </h1>
      {verdict.kind === 'not-yet' && <TheGap asked={asked} verdict={verdict} />}
      {verdict.kind === 'yes' && <p>{say(ifOurCheck)}</p>}
      {verdict.kind === 'not-yet' && (
        <p>
          <b>{say(because)}</b>
          {say({ zh: '下面这样还没有满足：', en: 'this is not met yet: ' })}
          {verdict.unmet.map(({ text: needs }) => say(needs)).join(say({ zh: '；', en: '; ' }))}
          {say({ zh: '。', en: '.' })}
        </p>
      )}
    </section>
  );
}

function TheGap({ asked, verdict }: Pick<Shown, 'asked'> & { readonly verdict: Verdict }) {
  const say = useSay();
  const moves = verdict.option?.action === 'transfer';
  const what = questions.what.choices?.find(({ id }) => id === asked.answers.what);
  const done = what?.short ?? what?.label;
  const missing = verdict.unmet.length === 1 && shortStep[verdict.unmet[0]?.id ?? ''];
  return (
    <Gap
      done={done ? say(done) : ''}
      missing={say(missing || { zh: '还差 {n} 步', en: '{n} steps' }, { n: verdict.unmet.length })}
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

/** One box with what to do now. */
function WhatToDo({ verdict }: { readonly verdict: Verdict }) {
  const say = useSay();
  const { kind, unmet, untold } = verdict;
  if (kind === 'unclear')
    return (
      <Box title={say({ zh: '登录，马上核对', en: 'Sign in, and it is checked' })}>
        <p>
          {say({
            zh: '您不清楚的这几样，我们的记录里都有，不用您再去打听：',
            en: 'What you did not know is in our record; you need not ask around for it:',
          })}
        </p>
        <ul className="plain">
          {untold.map(({ id, text }) => (
            <li key={id}>{say(text)}</li>
          ))}
        </ul>
      </Box>
    );
  if (unmet.length === 0) return null;
  return (
    <Box title={say({ zh: '现在要做的', en: 'What to do now' })}>
      <ul className="plain">
        {unmet.map(({ id, remedy }) => (
          <li key={id}>{remedy && say(remedy)}</li>
        ))}
      </ul>
    </Box>
  );
}

function Box({ title, children }: { readonly title: string; readonly children: React.ReactNode }) {
  return (
    <section className="sec">
      <div className="do">
        <h2>
          <Icon name="arrow" />
          {title}
        </h2>
        <div>{children}</div>
      </div>
    </section>
  );
}

/** Kindly: what would be a ground. */
function Grounds({ verdict }: { readonly verdict: Verdict }) {
  const say = useSay();
  const language = useLanguage();
  return (
    <section className="sec">
      <h2>{say({ zh: '什么情况可以取出来', en: 'When it can be paid out' })}</h2>
      <div className="card pad">
        <p>{say(verdict.why)}</p>
        <p>
          <a href={`/${language}/rules`}>{say({ zh: '读全部规则', en: 'Read all the rules' })}</a>
        </p>
      </div>
    </section>
  );
}

/** Where to go with a yes, and whom to ask. */
function HowToApply({ verdict }: { readonly verdict: Verdict }) {
  const say = useSay();
  const { region } = useSite();
  const { number } = regionPack(region).hotline;
  return (
    <section className="card pad">
      <h2>
        {say(
          verdict.kind === 'yes'
            ? { zh: '怎么申请', en: 'How to apply' }
            : { zh: '想找人问', en: 'To ask somebody' },
        )}
      </h2>
      <p>
        {verdict.kind === 'yes' &&
          say({
            zh: '带上面的材料到医保经办窗口申请，当场给您受理回执和编号。',
            en: 'Bring these papers to a window of the agency; you get a receipt with a number there and then.',
          })}
        {say({ zh: '电话：', en: ' Telephone: ' })}
        <a className="nb" href={`tel:${number}`}>
          {number}
        </a>
      </p>
    </section>
  );
}

function End({ asked, verdict }: Pick<Shown, 'asked'> & { readonly verdict: Verdict }) {
  const say = useSay();
  const language = useLanguage();
  const { region } = useSite();
  return (
    <div className="end">
      <HowToApply verdict={verdict} />
      <a className="btn primary wide" href={`/${language}/check`} hidden={verdict.kind === 'yes'}>
        {say({ zh: '从头再查一次', en: 'Check again from the start' })}
      </a>
      <button type="button" className="btn wide" onClick={() => print()}>
        <Icon name="print" />
        {say({ zh: '打印或存为 PDF', en: 'Print, or save as PDF' })}
      </button>
      <p className="caption">
        {say(
          {
            zh: '规则 {rules} 第 {version} 版（{region}），按 {today} 的情况判断。这是按您的回答得出的，不是决定。',
            en: 'Rules {rules}, version {version} ({region}), as of {today}. It follows from your answers and is no decision.',
          },
          {
            ...{ rules: verdict.ruleSet.id, version: verdict.ruleSet.version, region },
            today: asked.today,
          },
        )}
      </p>
    </div>
  );
}

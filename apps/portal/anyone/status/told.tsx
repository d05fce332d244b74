import { useEffect, useRef } from 'react';
import type { Text } from '#basics';
import type { WhereItIs } from '#business/tracking/public';
import { showDate } from '../../ui/dates.ts';
import { Icon } from '../../ui/icons.tsx';
import { useLanguage, useSay } from '../../ui/language.tsx';
import { HowLong } from './how-long.tsx';

/** Where the case is: the step, who has it, until when, and what is asked of the applicant. */
export function Told({ told, onOther }: { readonly told: WhereItIs; readonly onOther: () => void }) {
  const say = useSay();
  const language = useLanguage();
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  const { number, procedure, state, waitingFor, since, receivedOn } = told;
  return (
    <main id="main">
      <section className="verdict">
        <button type="button" className="back" onClick={onOther}>
          <Icon name="back" />
          {say({ zh: '查另一件', en: 'Look up another' })}
        </button>
        <p className="caption">
          {say(procedure)} <span className="nb">{number}</span>
        </p>
        <h1 ref={heading} tabIndex={-1}>
          {say(state)}
        </h1>
        <p>
          <Holder waitingFor={waitingFor} /> {say(whoHasIt[waitingFor], { since: showDate(since, language) })}
        </p>
      </section>
      <Asked told={told} />
      <HowLong told={told} />
      <section className="sec">
        <dl className="card pad facts">
          <dt>{say({ zh: '受理', en: 'Received' })}</dt>
          <dd>{receivedOn ? showDate(receivedOn, language) : say({ zh: '还没有受理', en: 'Not yet' })}</dd>
          <dt>{say({ zh: '办理编号', en: 'Case number' })}</dt>
          <dd>{number}</dd>
        </dl>
      </section>
      <div className="result-end">
        <button type="button" className="btn wide" onClick={onOther}>
          {say({ zh: '查另一件', en: 'Look up another' })}
        </button>
        <button type="button" className="btn wide" onClick={() => print()}>
          <Icon name="print" />
          {say({ zh: '打印或存为 PDF', en: 'Print, or save as PDF' })}
        </button>
      </div>
    </main>
  );
}

/** Who has it, since when. */
const whoHasIt: Readonly<Record<WhereItIs['waitingFor'], Text>> = {
  applicant: { zh: '{since}起等您这边。', en: 'It has waited for you since {since}.' },
  agency: { zh: '{since}起在我们手里。', en: 'We have had it since {since}.' },
  'second-officer': {
    zh: '{since}起由第二位工作人员复核。',
    en: 'A second officer has been looking at it since {since}.',
  },
  partner: { zh: '{since}起等对方机构答复。', en: 'It has waited for the other agency since {since}.' },
  bank: { zh: '{since}起在银行。', en: 'It has been with the bank since {since}.' },
  heirs: {
    zh: '{since}起等继承人协商一致，或者法院文书。',
    en: 'It has waited since {since} for the heirs to agree, or for a court’s paper.',
  },
  nobody: { zh: '{since}办结。', en: 'It was closed on {since}.' },
};

const tags = {
  applicant: { look: 'wait', icon: 'warn', text: { zh: '等您', en: 'Your move' } },
  agency: { look: 'info', icon: 'clock', text: { zh: '办理中', en: 'With us' } },
  'second-officer': { look: 'info', icon: 'clock', text: { zh: '复核中', en: 'Second look' } },
  partner: { look: 'wait', icon: 'swap', text: { zh: '等对方', en: 'Other agency' } },
  bank: { look: 'info', icon: 'bank', text: { zh: '银行', en: 'At the bank' } },
  heirs: { look: 'wait', icon: 'clock', text: { zh: '等继承人', en: 'The heirs' } },
  nobody: { look: 'ok', icon: 'tick', text: { zh: '已办结', en: 'Over' } },
} as const;

/** Whose move it is: shape and words, colour third. */
function Holder({ waitingFor }: Pick<WhereItIs, 'waitingFor'>) {
  const say = useSay();
  const { look, icon, text } = tags[waitingFor];
  return (
    <span className={`tag ${look}`}>
      <Icon name={icon} />
      {say(text)}
    </span>
  );
}

/** The one thing to do, where something is asked of the applicant, with every paper at once. */
function Asked({ told: { asked, papers } }: { readonly told: WhereItIs }) {
  const say = useSay();
  if (!asked) return null;
  return (
    <section className="sec">
      <div className="do">
        <h2>
          <Icon name="arrow" />
          {papers.length > 0
            ? say(
                { zh: '还差 {n} 样，都在这里', en: '{n} missing; this is the whole list' },
                { n: papers.length },
              )
            : say({ zh: '现在要做的', en: 'What to do now' })}
        </h2>
        <div>
          <p>{say(asked)}</p>
          {papers.length > 0 && (
            <ul className="plain">
              {papers.map((paper) => (
                <li key={paper.zh || paper.en}>{say(paper)}</li>
              ))}
            </ul>
          )}
        </div>
      </div>
    </section>
  );
}

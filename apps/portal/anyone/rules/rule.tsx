import { forCount } from '#basics';
import type { Facts } from '#business/registry/public';
import type { Condition } from '#engines/rules';
import { citation } from '#law';
import { useSay } from '../../ui/language.tsx';
import { useSite } from '../../ui/site.tsx';
import { Clauses } from './clauses.tsx';
import { PaperList } from './paper-list.tsx';
import { capital, followsOf, paidTo, within } from './rule-words.ts';
import type { ToldRule } from './told-rules.ts';

interface Shown {
  readonly rule: ToldRule;
  /** What stands behind an anchor of an earlier set. */
  readonly anchor: string;
}

/** One ground, or the transfer: when, what has to be met, with which papers, how long, what follows, and by what clauses. */
export function Rule({ rule, anchor }: Shown) {
  const say = useSay();
  const { city } = useSite();
  const { ground, name, moves, when, conditions, common, papers, workingDays, clauses } = rule;
  return (
    <section className="sec rule" id={`${ground}${anchor}`}>
      <h2>{capital(say(name))}</h2>
      <div className="card pad">
        <p>
          <b>{say({ zh: '适用于：', en: 'It applies where ' })}</b>
          {say(when)}
          {say({ zh: '。', en: '.' })}
        </p>
        <h3>{say({ zh: '要符合的条件', en: 'Conditions to meet' })}</h3>
        <Conditions conditions={conditions} />
        <p className="small">
          <a href={`#common${anchor}`}>
            {say(
              {
                zh: '另有 {n} 条是共同的，由我们核对',
                en: 'And {n} that apply to every situation, which we look up',
              },
              { n: common },
            )}
          </a>
        </p>
        <h3>
          {say(
            {
              zh: '要带的 {n} 样材料',
              en: forCount(papers.length, 'The paper to bring', 'The {n} papers to bring'),
            },
            { n: papers.length },
          )}
        </h3>
        <PaperList papers={papers} />
        <dl className="facts">
          <dt>{say({ zh: '多久', en: 'How long' })}</dt>
          <dd>{say(within(moves), { n: workingDays })}</dd>
          <dt>{say({ zh: '给谁', en: 'To whom' })}</dt>
          <dd>{say(paidTo(rule))}</dd>
          <dt>{say({ zh: '之后', en: 'After that' })}</dt>
          <dd>{say(followsOf(rule), { city: say(city) })}</dd>
        </dl>
        <Clauses ids={clauses} />
      </div>
    </section>
  );
}

/** Each condition, the clause that demands it, and what makes it met. */
export function Conditions({ conditions }: { readonly conditions: readonly Condition<Facts>[] }) {
  const say = useSay();
  if (conditions.length === 0)
    return <p>{say({ zh: '没有另外的条件。', en: 'No conditions of its own.' })}</p>;
  return (
    <ul className="conditions">
      {conditions.map(({ id, text, remedy, source }) => (
        <li key={id}>
          <b>{say(text)}</b>
          <p>
            <span className="muted">{say({ zh: '还不符合时：', en: 'If it is not: ' })}</span>
            {say(remedy)}
          </p>
          <p className="src">{say(citation(source))}</p>
        </li>
      ))}
    </ul>
  );
}

import { objectionTimes } from '#business/withdrawal/public';
import {
  type DatedFigure,
  lawsuitMonths,
  objectionDays,
  objectionWorkingDays,
  reconsiderationDays,
  regionPack,
} from '#law';
import { useSay } from '../../ui/language.tsx';
import { Section } from '../../ui/plain-page.tsx';
import { useSite } from '../../ui/site.tsx';
import { Clauses } from '../rules/clauses.tsx';
import { topics } from './help-words.ts';

/** The three ways against a decision, each with its time; the letter says the very days. */
export function Disagree() {
  const say = useSay();
  const { region } = useSite();
  const { reconsideredBy, court } = regionPack(region);
  return (
    <Section id="disagree" title={say(topics.disagree)}>
      <div className="card pad">
        <p>
          {say({
            zh: '决定书上写明理由和依据。不同意的，下面三条路都可以走，不用先走第一条。复议和起诉的最后一天，决定书上写着。',
            en: 'The decision gives its reasons and clauses. If you do not agree, all three of these ways are open, and you need not begin with the first. The decision names the last day for reconsideration and for a lawsuit.',
          })}
        </p>
        <ol className="numbered">
          <li>
            {say(
              {
                zh: '向我们提出异议。由两位没有参与原决定的工作人员重新审查，{working} 个工作日内答复。',
                en: 'Object to us. Two officers who had no part in the decision look again and answer within {working} working days.',
              },
              { working: latest(objectionWorkingDays) },
            )}
            <ul>
              {untilWhen.map(([what, times]) => (
                <li key={times}>
                  {say(what)}
                  {say(objectionTimes(latest(objectionDays))[times])}
                  {say({ zh: '。', en: '.' })}
                </li>
              ))}
            </ul>
            {say({
              zh: '对付款提出异议的最后一天，结清以后写在这一件的页面上。',
              en: 'The last day for an objection to a payment is shown on the page of the case once the account is settled.',
            })}
          </li>
          <li>
            {say(
              {
                zh: '申请行政复议：{days} 天内，向{by}提出。',
                en: 'Ask {by} for administrative reconsideration within {days} days.',
              },
              { days: latest(reconsiderationDays), by: say(reconsideredBy) },
            )}
          </li>
          <li>
            {say(
              { zh: '向{court}起诉：{months} 个月内。', en: 'Sue in {court} within {months} months.' },
              { months: latest(lawsuitMonths), court: say(court) },
            )}
          </li>
        </ol>
        <Clauses ids={['SIL-83', 'SIH-52', 'ARL-20', 'ALL-46']} />
      </div>
    </Section>
  );
}

/** Until when, by what is objected to. */
const untilWhen = [
  [{ zh: '不予支取的：', en: 'A refusal: ' }, 'refusal'],
  [{ zh: '决定支付的：', en: 'A decision to pay: ' }, 'payment'],
  [{ zh: '继承人的份额：', en: 'An heir’s share: ' }, 'share'],
] as const;

/** As it stands for decisions that are told from now on. */
function latest({ id, values }: DatedFigure<number>): number {
  const last = values.at(-1);
  if (!last) throw new Error(`${id} has no value`);
  return last.value;
}

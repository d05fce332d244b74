import type { PlainDate, Text } from '#basics';
import { partnerAnswerWorkingDays, transferOutWorkingDays, valueOn } from '#law';
import { useSay } from '../../ui/language.tsx';
import { Said } from '../../ui/said.tsx';
import { useSite } from '../../ui/site.tsx';
import { useToday } from '../../ui/today.ts';
import { townOf } from '../../ui/town.ts';
import { useBalance } from './balance.ts';
import type { TransferPlace } from './places.ts';
import type { Way } from './ways.ts';

/** What becomes of the record and of the money, how long it takes, and what the other place does with it. */
export function WhatHappens({
  way,
  place,
}: {
  readonly way: Way;
  readonly place: TransferPlace | undefined;
}) {
  const say = useSay();
  const today = useToday();
  const { city } = useSite();
  const { takesBalances = true, onPaper = false } = place ?? {};
  const named = { place: place ? townOf(place, say) : '', city: say(city) };
  const answer = daysOn(partnerAnswerWorkingDays, today);
  const leaving = daysOn(transferOutWorkingDays, today);
  const words = way === 'away' ? away : here;
  const balance = useBalance(way);
  const nothingThere = balance === 'none' || balance === 'coming';
  const rows: readonly (readonly [Text, Text])[] = [
    [{ zh: '参保记录', en: 'Your record' }, words.record],
    ...(nothingThere
      ? []
      : [
          [
            { zh: '账户余额', en: 'The balance' },
            takesBalances || way === 'here' ? words.balance : notTaken,
          ] as const,
        ]),
    [{ zh: '多久', en: 'How long' }, onPaper ? words.daysByPost : words.days],
    [{ zh: '您要做的', en: 'What you do' }, way === 'away' ? youAway : youHere],
    [{ zh: '反悔', en: 'If you change your mind' }, words.back],
  ];
  return (
    <section className="sec" aria-labelledby="will-happen">
      <h2 id="will-happen">{say({ zh: '提交以后会怎样', en: 'What happens once you apply' })}</h2>
      <div className="card pad">
        <dl className="facts">
          {rows.map(([term, text]) => (
            <div key={say(term)} className="both">
              <dt>{say(term)}</dt>
              <dd>
                <Said text={text} parts={{ ...named, answer: <b>{answer}</b>, leaving: <b>{leaving}</b> }} />
              </dd>
            </div>
          ))}
        </dl>
      </div>
    </section>
  );
}

function daysOn(figure: Parameters<typeof valueOn<number>>[0], on: PlainDate): number {
  return valueOn(figure, on)?.value ?? 0;
}

const away = {
  record: {
    zh: '缴费记录转到{place}，一个月也不少；在{city}的参保关系随之终止。',
    en: 'Every month that you paid goes to {place}. Your cover in {city} ends with it.',
  },
  balance: {
    zh: '全部余额连同利息划到{place}。它不收的，这笔钱付给您本人。',
    en: 'The whole balance goes to {place} with its interest. If {place} does not take it, it is paid to you.',
  },
  days: {
    zh: '{place}要在 {answer} 个工作日内发来联系函；收到后我们 {leaving} 个工作日内办完。',
    en: '{place} has {answer} working days to send its contact letter. Once it is here we are done within {leaving} working days.',
  },
  daysByPost: {
    zh: '函件邮寄：寄出后{place}有 {answer} 个工作日发来联系函；收到后我们 {leaving} 个工作日内办完。',
    en: 'By post: {place} has {answer} working days from the postmark to send its contact letter. Once it is here we are done within {leaving} working days.',
  },
  back: {
    zh: '收到{place}的联系函以前，随时可以撤销；以后就不能了。',
    en: 'You can cancel until the letter from {place} is here, but not after that.',
  },
} as const satisfies Readonly<Record<string, Text>>;

const notTaken: Text = {
  zh: '{place}不接收余额：记录转走以后，这笔钱连同利息付给您本人，您只要确认收款账户。',
  en: '{place} does not take balances. Once your record has moved, the money is paid to you with its interest; you only confirm your account.',
};

const here = {
  record: {
    zh: '{place}的缴费记录接到您在{city}的记录上，重复的月份只算一次。',
    en: 'The months paid in {place} are added to your record in {city}. A month paid twice counts once.',
  },
  balance: {
    zh: '那边的余额划过来，记入您在{city}的个人账户。',
    en: 'The balance over there is remitted and credited to your account in {city}.',
  },
  days: {
    zh: '{place}要在 {answer} 个工作日内发来信息表；余额随后划来。',
    en: '{place} has {answer} working days to send your record. The balance follows.',
  },
  daysByPost: {
    zh: '函件邮寄：寄出后{place}有 {answer} 个工作日发来信息表；余额随后划来。',
    en: 'By post: {place} has {answer} working days from the postmark to send your record. The balance follows.',
  },
  back: {
    zh: '{place}的信息表到以前，随时可以撤销；以后就不能了。',
    en: 'You can cancel until the record from {place} is here, but not after that.',
  },
} as const satisfies Readonly<Record<string, Text>>;

const youAway: Text = {
  zh: '不用交材料。我们告知{place}；那边请您确认的，确认一下就行。',
  en: 'No papers are needed. We tell {place}; if it asks you to confirm, please do so.',
};
const youHere: Text = {
  zh: '不用交材料，联系函我们直接发给{place}。',
  en: 'No papers are needed. We send the contact letter to {place} directly.',
};

import { Link, useParams } from 'react-router';
import { plainDate } from '#basics';
import { Asked } from '../../ui/asked.tsx';
import { useAsk } from '../../ui/asking.ts';
import { showDay } from '../../ui/dates.ts';
import { useLanguage, useSay } from '../../ui/language.tsx';
import { eventReceiptPdf, pageOf } from '../../ui/links.ts';
import { Receipt } from '../../ui/receipt.tsx';
import { useToday } from '../../ui/today.ts';
import { PapersAsked } from '../cases/papers-asked.tsx';

/** That a filing was received, what papers it wants, and what comes next. */
export function FilingReceiptPage() {
  const say = useSay();
  const today = useToday();
  const language = useLanguage();
  const { number = '' } = useParams();
  const asked = useAsk('GET /life-events/{number}', { params: { number } });
  const tracking = useAsk('GET /cases/{number}/tracking-code', { params: { number } });
  if (!asked.data || tracking.isPending)
    return (
      <main id="main" className="reading">
        <Asked of={asked}>{() => null}</Asked>
      </main>
    );
  const { kindName, dueOn, dueProvisional } = asked.data;
  const day = dueOn === null ? null : showDay(plainDate(dueOn), language, today);
  return (
    <Receipt
      title={say({ zh: '备案收到了', en: 'We have your filing' })}
      about={say(kindName)}
      number={number}
      trackingCode={tracking.data?.trackingCode ?? null}
      promised={
        day &&
        say(dueProvisional ? { zh: '暂定 {day}', en: 'provisionally {day}' } : { zh: '{day}', en: '{day}' }, {
          day,
        })
      }
      next={next.map(({ title, text }) => ({ title: say(title), text: say(text) }))}
      pdf={eventReceiptPdf(number, language)}
    >
      <section className="sec filing-papers">
        <h2>{say({ zh: '还要交的材料', en: 'Papers still to come' })}</h2>
        <PapersAsked number={number} open only="missing" />
      </section>
      <Link className="btn primary wide" to={pageOf.oneCase(number)}>
        {say({ zh: '看这一件办到哪里', en: 'Follow this case' })}
      </Link>
    </Receipt>
  );
}

const next = [
  {
    title: { zh: '交材料', en: 'Hand in the papers' },
    text: {
      zh: '拍照上传就行；没有的写承诺书。',
      en: 'Photographs are enough. Where you have no paper, sign a written commitment.',
    },
  },
  {
    title: { zh: '两位工作人员核对', en: 'Two officers check it' },
    text: {
      zh: '缺什么会一次说清，并通知您。',
      en: 'If anything is missing, we tell you all of it at once.',
    },
  },
  {
    title: { zh: '确认', en: 'It is confirmed' },
    text: { zh: '确认当天起算已备案。', en: 'It takes effect on the day it is confirmed.' },
  },
] as const;

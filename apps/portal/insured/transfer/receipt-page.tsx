import { Link, useParams } from 'react-router';
import { plainDate } from '#basics';
import { holidays, transferOutWorkingDays, valueOn } from '#law';
import { workingCalendar } from '#platform/calendar/public';
import type { Answer } from '../../ui/api.ts';
import { Asked } from '../../ui/asked.tsx';
import { useAsk } from '../../ui/asking.ts';
import { daysInWords, showDay } from '../../ui/dates.ts';
import { type Language, type Say, useLanguage, useSay } from '../../ui/language.tsx';
import { pageOf, transferReceiptPdf } from '../../ui/links.ts';
import { Receipt } from '../../ui/receipt.tsx';
import { useToday } from '../../ui/today.ts';

type Told = Answer<'GET /transfers/{number}/receipt'>;

/** That the application for a transfer was received, and what comes next. */
export function ReceiptPage() {
  const say = useSay();
  const today = useToday();
  const language = useLanguage();
  const { number = '' } = useParams();
  const asked = useAsk('GET /transfers/{number}/receipt', { params: { number } });
  if (!asked.data)
    return (
      <main id="main" className="reading">
        <Asked of={asked}>{() => null}</Asked>
      </main>
    );
  const told = asked.data;
  return (
    <Receipt
      title={say({ zh: '申请收到了', en: 'We have your application' })}
      about={say(told.title)}
      number={told.number}
      trackingCode={told.trackingCode}
      promised={promisedBy(told, { say, language })}
      next={told.next.map((text, at) => ({
        title: say(steps[at] ?? lastStep),
        text: daysInWords(say(text), language, today),
      }))}
      pdf={transferReceiptPdf(number, language)}
    >
      {told.certificate && (
        <p className="note">
          {say(
            {
              zh: '您的参保凭证 {number} 已开好，在这一件的“函件”里，有效期到 {until}。也可以带着它到那边的窗口办。',
              en: 'Your insurance certificate {number} is ready, among the letters of the case, and valid until {until}. You can also take it to the window over there.',
            },
            {
              number: told.certificate.number,
              until: showDay(plainDate(told.certificate.validUntil), language, today),
            },
          )}
        </p>
      )}
      <Link className="btn primary wide" to={pageOf.oneCase(number)}>
        {say({ zh: '看这一件办到哪里', en: 'Follow this case' })}
      </Link>
    </Receipt>
  );
}

const calendar = workingCalendar(holidays);

/** Who leaves is gone so many working days after the day on which the other agency is to answer; of who comes that agency decides. */
function promisedBy(
  { direction, answerBy, receivedOn }: Told,
  { say, language }: { readonly say: Say; readonly language: Language },
): string | null {
  const days = valueOn(transferOutWorkingDays, plainDate(receivedOn))?.value;
  if (direction === 'in' || answerBy === null || days === undefined) return null;
  const { on, provisional } = calendar.deadline(plainDate(answerBy.on), days);
  const day = showDay(on, language, plainDate(receivedOn));
  return say(provisional || answerBy.provisional ? provisionally : firmly, { day });
}

const firmly = { zh: '{day}', en: '{day}' };
const provisionally = { zh: '暂定 {day}', en: 'provisionally {day}' };

const steps = [
  { zh: '对方答复', en: 'The other agency answers' },
  { zh: '记录接续', en: 'Your record moves' },
] as const;
const lastStep = { zh: '余额', en: 'The balance' };

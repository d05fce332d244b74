import { Link, useParams } from 'react-router';
import { type PlainDate, plainDate } from '#basics';
import type { Answer } from '../../ui/api.ts';
import { Asked } from '../../ui/asked.tsx';
import { useAsk } from '../../ui/asking.ts';
import { showDay } from '../../ui/dates.ts';
import { type Language, type Say, useLanguage, useSay } from '../../ui/language.tsx';
import { letterPdf, pageOf } from '../../ui/links.ts';
import { Receipt } from '../../ui/receipt.tsx';
import { sentence } from '../../ui/sentence.ts';
import { useToday } from '../../ui/today.ts';
import { type SpokenTo, useSpokenTo } from './spoken-to.ts';

type View = Answer<'GET /withdrawals/{number}'>;

/** That the application was received, to be kept: found again under its address as long as the case is there. */
export function ReceiptPage() {
  const say = useSay();
  const { number = '' } = useParams();
  const params = { number };
  const view = useAsk('GET /withdrawals/{number}', { params });
  const tracking = useAsk('GET /cases/{number}/tracking-code', { params });
  const letters = useAsk('GET /cases/{number}/letters', { params });
  const receipt = letters.data?.items.find(({ kind }) => kind === 'receipt');
  // Whoever has handed it in a moment ago had read it as a draft.
  const known = view.data && !(view.data.state === 'draft' && view.isFetching);
  if (view.data && known && !tracking.isPending && !letters.isPending)
    return (
      <Received
        view={view.data}
        trackingCode={tracking.data?.trackingCode ?? null}
        pdf={receipt ? letterPdf(number, receipt) : null}
      />
    );
  return (
    <main id="main" className="reading">
      <Asked of={view}>
        {() => (
          <p className="coming muted" role="status">
            {say({ zh: '正在取……', en: 'One moment…' })}
          </p>
        )}
      </Asked>
    </main>
  );
}

function Received(shown: {
  readonly view: View;
  readonly trackingCode: string | null;
  readonly pdf: string | null;
}) {
  const { view, trackingCode, pdf } = shown;
  const today = useToday();
  const spoken = useSpokenTo();
  const say = useSay();
  const language = useLanguage();
  return (
    <Receipt
      title={say({ zh: '申请收到了', en: 'We have your application' })}
      about={sentence(say(view.groundName))}
      {...{ number: view.number, trackingCode, pdf }}
      promised={promised(view, { say, language, today })}
      next={nextFor(view, { say, spoken })}
    >
      <p className="receipt-on">
        <Link className="btn primary wide" to={pageOf.oneCase(view.number)}>
          {say({ zh: '看办理进度', en: 'Follow this case' })}
        </Link>
      </p>
    </Receipt>
  );
}

function promised(
  { dueOn, dueProvisional }: View,
  { say, language, today }: { readonly say: Say; readonly language: Language; readonly today: PlainDate },
) {
  if (dueOn === null) return null;
  const on = showDay(plainDate(dueOn), language, today);
  if (!dueProvisional) return <span className="nb">{on}</span>;
  return (
    <>
      <span className="nb">{say({ zh: '暂定 {on}', en: 'Provisional: {on}' }, { on })}</span>
      <span className="small muted block">
        {say({
          zh: '那一年的放假安排还没公布，公布后会更新并通知您。',
          en: 'That year’s holidays are not published yet. We update it then and tell you.',
        })}
      </span>
    </>
  );
}

function nextFor(
  { papers, payee, against }: View,
  { say, spoken }: { readonly say: Say; readonly spoken: SpokenTo },
) {
  const missing = papers.filter(({ state }) => state === 'missing').map(({ text }) => sentence(say(text)));
  const list = missing.join(say({ zh: '、', en: '; ' }));
  return [
    {
      title: say({ zh: '工作人员核对', en: 'An officer checks it' }),
      text: (
        <>
          {missing.length > 0 && say(stillToCome, { list })}
          {missing.length === 0 && against.length === 0 && say(nothingToDo)}
          {against.length > 0 && (
            <>
              {' '}
              {say(notYet)}
              {against.map(({ path, text }) => (
                <span key={path} className="block">
                  {say(text)}
                </span>
              ))}
            </>
          )}
        </>
      ),
    },
    { title: say({ zh: '两个人复核，作出决定', en: 'Two officers decide' }), text: say(spoken.decision) },
    {
      title: say({ zh: '付款', en: 'It is paid' }),
      text: payee
        ? say(spoken.arrival, { bank: payee.bankName, tail: payee.accountTail })
        : say({ zh: '付到之后填写的账户。', en: 'To the account that is named later.' }),
    },
  ];
}

const nothingToDo = {
  zh: '您不用做什么。缺材料的话，会一次告诉您。',
  en: 'There is nothing for you to do. If papers are missing, we tell you about all of them at once.',
};
const notYet = {
  zh: '按现在的记录，还不能批准：',
  en: 'By the record as it is, it cannot be approved yet:',
};
const stillToCome = {
  zh: '还等您补：{list}。可以在“我的办理”里补交。',
  en: 'Still to come from you: {list}. Send it from “My cases”.',
};

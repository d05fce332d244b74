import { plainDate } from '#basics';
import { useAsk } from '../../ui/asking.ts';
import { BackTo } from '../../ui/back-to.tsx';
import { showDate } from '../../ui/dates.ts';
import { type Say, useLanguage, useSay } from '../../ui/language.tsx';
import { letterPdf, pageOf } from '../../ui/links.ts';
import { Receipt } from '../../ui/receipt.tsx';
import { type EstateSeen, WithEstate } from './estate.tsx';
import { useWatched } from './estate-write.tsx';
import { agreementInWords } from './tasks.tsx';

/** That it was received, by when it is done, and what comes next. */
export function ReceiptPage() {
  return <WithEstate>{(seen) => <Received seen={seen} />}</WithEstate>;
}

function Received({ seen }: { readonly seen: EstateSeen }) {
  const say = useSay();
  const language = useLanguage();
  const { number, view } = seen;
  useWatched(seen);
  const code = useAsk('GET /cases/{number}/tracking-code', { params: { number } });
  const letters = useAsk('GET /cases/{number}/letters', { params: { number } });
  const letter = letters.data?.items.find(({ kind }) => kind === 'receipt');
  return (
    <Receipt
      title={say({ zh: '收到了', en: 'We have it' })}
      about={say(
        { zh: '领取{name}的医保账户余额', en: 'The medical account of {name}' },
        { name: view.personName },
      )}
      quiet
      number={number}
      trackingCode={code.data?.trackingCode ?? null}
      promised={
        view.dueOn && (
          <>
            {showDate(plainDate(view.dueOn), language)}
            {view.dueProvisional && say({ zh: '（暂定）', en: ' (provisional)' })}
          </>
        )
      }
      next={[
        {
          title: say({ zh: '我们核对', en: 'We check it' }),
          text: say({
            zh: '一名工作人员核对，另一名复核。缺什么会一次告诉您。',
            en: 'One officer checks it, another decides. If anything is missing, we tell you all of it at once.',
          }),
        },
        {
          title: say({ zh: '其他继承人答复', en: 'The others answer' }),
          text: othersText(agreementInWords(seen, say), say),
        },
        {
          title: say({ zh: '付款', en: 'Payment' }),
          text: say({
            zh: '付到每个人自己的账户；还没填账户的，填好就付。',
            en: 'To each heir’s own account. Anyone who has not named one yet is paid once they do.',
          }),
        },
      ]}
      pdf={letter ? letterPdf(number, letter) : null}
    >
      <p className="others">
        <BackTo to={pageOf.estate(number)}>
          {say({ zh: '看份额和进度', en: 'See shares and progress' })}
        </BackTo>
      </p>
    </Receipt>
  );
}

/** Where the shares need everybody's agreement, whose still lacks and what to do. */
function othersText(left: readonly string[], say: Say): string {
  if (left.length === 0)
    return say({
      zh: '他们的链接继续有效。有异议的，只有那一份要等。',
      en: 'Their links stay valid. If somebody objects, only that share waits.',
    });
  const told = left.join(say({ zh: '；', en: '. ' }));
  return say(
    {
      zh: '按商量的份额分，每位都同意并且算数以后才能决定。{told}。',
      en: 'Shares as agreed are decided on once everybody’s agreement counts. {told}.',
    },
    { told },
  );
}

import { useState } from 'react';
import { Navigate, useNavigate } from 'react-router';
import { BackTo } from '../../ui/back-to.tsx';
import { CheckAnswers } from '../../ui/check-answers.tsx';
import { Heading } from '../../ui/heading.tsx';
import { useSay } from '../../ui/language.tsx';
import { pageOf } from '../../ui/links.ts';
import { yuan } from '../../ui/money.tsx';
import { ProblemBox } from '../../ui/problem-box.tsx';
import { sentence } from '../../ui/sentence.ts';
import { amountsOf } from '../../ui/share-bar.tsx';
import { AccountShown } from '../account-shown.tsx';
import { barOf, type EstateSeen, isDraft, livingIn, totalOf, useAskedAgain, WithEstate } from './estate.tsx';
import { useEstateWrite } from './estate-write.tsx';
import { lackingIn } from './lacking.ts';
import { consequencesInWords } from './tasks.tsx';
import { useForgetTyping } from './typing.tsx';
import { consequencesOf, isOut } from './words-said.ts';

/** Everything once more, and the one button after which it is an application. */
export function CheckPage() {
  return (
    <WithEstate>
      {(seen) =>
        isDraft(seen.view) ? (
          <Checking seen={seen} />
        ) : (
          <Navigate to={pageOf.ofEstate(seen.number, 'receipt')} replace />
        )
      }
    </WithEstate>
  );
}

function Checking({ seen }: { readonly seen: EstateSeen }) {
  const say = useSay();
  const navigate = useNavigate();
  const again = useAskedAgain();
  const forget = useForgetTyping();
  const { number } = seen;
  const { send, busy, problem } = useEstateWrite(seen, 'POST /withdrawals/{number}/submission', async () => {
    await forget(seen.view.personId);
    await again();
    await navigate(pageOf.ofEstate(number, 'receipt'), { replace: true });
  });
  return (
    <main id="main" className="narrow">
      <BackTo to={pageOf.estate(number)}>{say({ zh: '返回', en: 'Back' })}</BackTo>
      <ProblemBox problem={problem} />
      <Heading>{say({ zh: '核对一遍', en: 'Check it once more' })}</Heading>
      <Answers {...{ seen }} />
      <HandIn
        lacking={lackingIn(seen, say)}
        busy={busy}
        onGo={() => send({ params: { number }, body: {} })}
      />
    </main>
  );
}

/** What was answered, each with the way to change it. */
function Answers({ seen }: { readonly seen: EstateSeen }) {
  const say = useSay();
  const { number, view, heirs, papers } = seen;
  const parts = barOf(heirs);
  const total = totalOf(view);
  const amounts = total === null ? new Map() : amountsOf(parts, total);
  const missing = papers.filter(({ state }) => state === 'missing');
  const to = (part: string) => pageOf.ofEstate(number, part);
  const sharing = livingIn(heirs).filter((heir) => !isOut(heir));
  const said = consequencesInWords(consequencesOf(heirs), say);
  return (
    <>
      {said.length > 0 && (
        <section className="keep" aria-label={say({ zh: '请留意', en: 'Please note' })}>
          <ul className="plain">
            {said.map((one) => (
              <li key={one}>{one}</li>
            ))}
          </ul>
        </section>
      )}
      <CheckAnswers
        title={say({ zh: '份额', en: 'The shares' })}
        of={parts.map(({ id, who, share }) => ({
          label: who,
          value: amounts.has(id) ? `${share} · ${yuan(amounts.get(id) ?? 0n)}` : share,
          change: to('shares'),
        }))}
      />
      <CheckAnswers
        title={say({ zh: '收款账户', en: 'Accounts' })}
        of={sharing.map(({ successorId, name, account, yours, minor, mayChangeAccount }) => ({
          label: name,
          value: account ? (
            <AccountShown {...{ account }} self={yours && !minor} applies ofChild={minor} />
          ) : (
            say({ zh: '还没有填，可以以后补', en: 'Not named yet; you can do it later' })
          ),
          change: mayChangeAccount && (yours || minor) ? to(`heirs/${successorId}/account`) : null,
        }))}
      />
      {missing.length > 0 && (
        <CheckAnswers
          title={say({ zh: '还没交的材料', en: 'Papers still to come' })}
          of={missing.map(({ materialId, text }) => ({
            label: say(text),
            value: say({ zh: '可以提交后再补', en: 'You can send them after you hand this in' }),
            change: to(`papers/${materialId}`),
          }))}
        />
      )}
    </>
  );
}

/** That it is true, and the one button after which it is an application. */
function HandIn(handing: {
  readonly lacking: readonly string[];
  readonly busy: boolean;
  readonly onGo: () => void;
}) {
  const { lacking, busy, onGo } = handing;
  const say = useSay();
  const [sure, setSure] = useState(false);
  const [tried, setTried] = useState(false);
  const unsure = tried && !sure;
  return (
    <section className="sec flush">
      <label className="check-opt" htmlFor="true">
        <input
          id="true"
          type="checkbox"
          checked={sure}
          aria-invalid={unsure}
          aria-describedby={unsure ? 'true-problem' : undefined}
          onChange={({ currentTarget }) => setSure(currentTarget.checked)}
        />
        <span>{say(isTrue)}</span>
      </label>
      {unsure && (
        <p className="problem" id="true-problem" role="alert">
          {say({ zh: '请先确认属实', en: 'Confirm first that it is true' })}
        </p>
      )}
      {lacking.length > 0 && <p className="problem">{sentence(lacking.join(say({ zh: '；', en: '; ' })))}</p>}
      <button
        type="button"
        className="btn primary wide"
        aria-disabled={busy || lacking.length > 0}
        onClick={() => {
          setTried(true);
          if (sure && !busy && lacking.length === 0) onGo();
        }}
      >
        {say(busy ? { zh: '正在提交……', en: 'Handing it in…' } : { zh: '提交申请', en: 'Hand it in' })}
      </button>
      <p className="small muted">{say(heldFromThen)}</p>
    </section>
  );
}

const isTrue = {
  zh: '我写的都属实，没有漏掉我知道的继承人。写错或者隐瞒，要退回领走的钱。',
  en: 'What I wrote is true, and I have left out no heir that I know of. Money paid because something was wrong or withheld has to be paid back.',
};
const heldFromThen = {
  zh: '提交以后账户先冻结，谁也动不了；10 个工作日内办结。',
  en: 'From then on the account is held, and nobody can touch it. It is done within 10 working days.',
};

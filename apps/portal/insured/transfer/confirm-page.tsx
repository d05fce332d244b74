import { useState } from 'react';
import { useNavigate, useParams } from 'react-router';
import { Busy } from '../../ui/ask-once.tsx';
import { Asked } from '../../ui/asked.tsx';
import { useAsk } from '../../ui/asking.ts';
import { BackTo } from '../../ui/back-to.tsx';
import { type Answered, CheckAnswers } from '../../ui/check-answers.tsx';
import { Choices } from '../../ui/choices.tsx';
import { EntryField } from '../../ui/entry-field.tsx';
import { Heading } from '../../ui/heading.tsx';
import { useSay } from '../../ui/language.tsx';
import { pageOf } from '../../ui/links.ts';
import { yuan } from '../../ui/money.tsx';
import { useActedFor, usePerson } from '../../ui/person.tsx';
import { ProblemBox } from '../../ui/problem-box.tsx';
import { useSite } from '../../ui/site.tsx';
import { townOf } from '../../ui/town.ts';
import { type Category, categories } from '../cases/categories.ts';
import { useStep } from '../cases/use-step.ts';
import { balanceRow, sendingWords, useBalance } from './balance.ts';
import { usePlace, usePlaces } from './places.ts';
import { type Way, ways } from './ways.ts';

/** Read once more, then one press that cannot be pressed twice. */
export function ConfirmPage({ way }: { readonly way: Way }) {
  const say = useSay();
  const { region = '' } = useParams();
  const personId = usePerson();
  const named = useActedFor()?.name ?? null;
  const person = useAsk('GET /people/{personId}', named === null ? { params: { personId } } : null);
  const places = usePlaces();
  return (
    <main id="main" className="reading">
      <BackTo to={ways[way].link(region)}>{say({ zh: '返回', en: 'Back' })}</BackTo>
      <Heading>{say(ways[way].check)}</Heading>
      <Asked of={places}>
        {() =>
          named === null ? (
            <Asked of={person}>{({ name }) => <Check {...{ way, region, name }} />}</Asked>
          ) : (
            <Check {...{ way, region }} name={named} />
          )
        }
      </Asked>
    </main>
  );
}

interface Shown {
  readonly way: Way;
  readonly region: string;
  /** Whose it is, masked. */
  readonly name: string;
}

function Check(shown: Shown) {
  const { way, region } = shown;
  const personId = usePerson();
  const [category, setCategory] = useState<Category>('employment');
  const [certificate, setCertificate] = useState('');
  const navigate = useNavigate();
  // The receipt takes this page's place: going back leads to no second application.
  const done = ({ number }: { readonly number: string }) =>
    navigate(pageOf.transferReceipt(number), { replace: true });
  const leave = useStep('POST /transfers-out', done);
  const come = useStep('POST /transfers-in', done);
  const { busy, problem } = way === 'away' ? leave : come;
  function onSend() {
    if (way === 'away') return leave.take({ body: { personId, to: region } });
    const certificateNumber = certificate.trim() || null;
    come.take({ body: { personId, from: region, category, certificateNumber } });
  }
  return (
    <>
      <Summary {...shown} />
      {way === 'here' && (
        <section className="sec">
          <fieldset className="inner">
            <Because {...{ category, setCategory }} />
          </fieldset>
          <Certificate value={certificate} onValue={setCertificate} />
        </section>
      )}
      <Send {...{ way, region, busy, onSend }} />
      <ProblemBox problem={problem} />
    </>
  );
}

function Summary({ way, region, name }: Shown) {
  const say = useSay();
  const { city } = useSite();
  const place = usePlace(region);
  const balance = useBalance(way);
  const ofBalance = balanceRow({ balance, monthsOnly: useMonthsOnly({ way, region }) });
  const there = townOf({ region, name: place?.name }, say);
  const answers: readonly Answered[] = [
    { label: say({ zh: '参保人', en: 'Insured person' }), value: name, change: null },
    {
      label: say(way === 'away' ? { zh: '从', en: 'From' } : { zh: '转到', en: 'To' }),
      value: say(city),
      change: null,
    },
    {
      label: say(way === 'away' ? { zh: '转到', en: 'To' } : { zh: '从', en: 'From' }),
      value: there,
      change: ways[way].link(),
    },
    ...(typeof balance !== 'string' && ofBalance
      ? [
          {
            label: say(ofBalance.label),
            value: say(ofBalance.value, { amount: yuan(balance.balanceFen) }),
            change: null,
          },
        ]
      : []),
  ];
  return <CheckAnswers title={say({ zh: '这次转移', en: 'This transfer' })} of={answers} />;
}

function Because({
  category,
  setCategory,
}: {
  readonly category: Category;
  readonly setCategory: (category: Category) => void;
}) {
  const say = useSay();
  return (
    <>
      <legend>{say({ zh: '因为什么转来', en: 'Why you are moving' })}</legend>
      <Choices
        name="category"
        of={categories.map(({ id, label }) => ({ id, label: say(label) }))}
        chosen={category}
        problem={null}
        onChoose={(id) => setCategory(categories.find((each) => each.id === id)?.id ?? 'employment')}
      />
    </>
  );
}

function Certificate({
  value,
  onValue,
}: {
  readonly value: string;
  readonly onValue: (value: string) => void;
}) {
  const say = useSay();
  return (
    <EntryField
      id="certificate"
      label={say({
        zh: '参保凭证号（没有不用填）',
        en: 'Number of the insurance certificate, if you have one',
      })}
      help={say({
        zh: '原参保地给您的凭证上有；没有也能转。',
        en: 'It is on the certificate that the other place gave you. You can transfer without it.',
      })}
      autoComplete="off"
      maxLength={60}
      value={value}
      problem={null}
      onValue={onValue}
    />
  );
}

function Send({
  way,
  region,
  busy,
  onSend,
}: {
  readonly way: Way;
  readonly region: string;
  readonly busy: boolean;
  readonly onSend: () => void;
}) {
  const say = useSay();
  const balance = useBalance(way);
  const monthsOnly = useMonthsOnly({ way, region });
  // What is declared does not change under the eyes of who reads it.
  if (balance === 'coming') return null;
  return (
    <section className="sec sending">
      <p>{say(sendingWords({ balance, monthsOnly }))}</p>
      <button type="button" className="btn primary wide" aria-disabled={busy} onClick={onSend}>
        <Busy busy={busy}>{say(ways[way].send)}</Busy>
      </button>
    </section>
  );
}

/** By the directory, which counts until the other agency has written. */
function useMonthsOnly({ way, region }: Pick<Shown, 'way' | 'region'>): boolean {
  return usePlace(region)?.takesBalances === false && way === 'away';
}

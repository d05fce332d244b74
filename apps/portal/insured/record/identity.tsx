import { useState } from 'react';
import { Link } from 'react-router';
import type { Text } from '#basics';
import type { Answer } from '../../ui/api.ts';
import { Asked } from '../../ui/asked.tsx';
import { useAsk, useWrite } from '../../ui/asking.ts';
import { useActing } from '../../ui/capacity.tsx';
import { useSay } from '../../ui/language.tsx';
import { pageOf } from '../../ui/links.ts';
import { masked } from '../../ui/masked.ts';
import { MyIcon } from '../../ui/my-icons.tsx';
import { usePerson } from '../../ui/person.tsx';
import { ProblemBox } from '../../ui/problem-box.tsx';
import { asksAgain, ProveAgain } from '../security/prove-again.tsx';

type Card = Answer<'GET /people/{personId}'>;
type Numbers = Answer<'POST /people/{personId}/own-numbers'>;

/** Who the person is to the agency: masked, until they ask for the whole, which is noted; their password is asked where it was not given just now. */
export function Identity() {
  const say = useSay();
  const personId = usePerson();
  const params = { personId };
  const asked = useAsk('GET /people/{personId}', { params });
  const [shown, setShown] = useState<Numbers | null>(null);
  const ask = useWrite('POST /people/{personId}/own-numbers', setShown);
  const again = ask.problem !== null && asksAgain.has(ask.problem.code);
  return (
    <section className="card pad">
      <h2>{say({ zh: '我是谁', en: 'Who I am' })}</h2>
      <Asked of={asked}>{(card) => <Facts card={card} numbers={shown} />}</Asked>
      {!again && <ProblemBox problem={ask.problem} />}
      {again && !shown ? (
        <ProveAgain
          problem={ask.problem}
          busy={ask.busy}
          onProven={(body) => ask.send({ params, body })}
          onLeave={ask.reset}
        />
      ) : (
        <div className="end-row">
          <button
            type="button"
            className="btn"
            aria-pressed={shown !== null}
            aria-disabled={ask.busy}
            onClick={() => (shown ? setShown(null) : ask.send({ params, body: {} }))}
          >
            <MyIcon name="eye" />
            {say(
              shown
                ? { zh: '遮住号码', en: 'Hide the numbers' }
                : { zh: '显示完整号码（会留下记录）', en: 'Show the numbers in full (this is logged)' },
            )}
          </button>
        </div>
      )}
    </section>
  );
}

function Facts({ card, numbers }: { readonly card: Card; readonly numbers: Numbers | null }) {
  const say = useSay();
  const none = say({ zh: '没有登记', en: 'Not on record' });
  const { name, nameLatin, birthYear, phone, email, documents } = card;
  return (
    <dl className="facts">
      <dt>{say({ zh: '姓名', en: 'Name' })}</dt>
      <dd>{numbers ? numbers.name : [name, nameLatin].filter(Boolean).join(' · ')}</dd>
      <dt>{say({ zh: '出生年份', en: 'Born in' })}</dt>
      <dd>{birthYear}</dd>
      {documents.map(({ kind, number }, at) => (
        <Document key={number} kind={kind} number={numbers?.documents[at]?.number ?? masked(number)} />
      ))}
      <dt>{say({ zh: '手机', en: 'Telephone' })}</dt>
      <dd>
        {numbers?.phone ?? (phone ? masked(phone) : none)}
        <Change field="phone" has={phone !== null} />
      </dd>
      <dt>{say({ zh: '邮箱', en: 'E-mail' })}</dt>
      <dd>
        {numbers?.email ?? (email ? masked(email) : none)}
        <Change field="email" has={email !== null} />
      </dd>
    </dl>
  );
}

/** Only the insured person themselves changes how they are reached. */
function Change({ field, has }: { readonly field: 'phone' | 'email'; readonly has: boolean }) {
  const say = useSay();
  if (useActing().kind !== 'insured') return null;
  const what = field === 'phone' ? { zh: '手机', en: ' the telephone' } : { zh: '邮箱', en: ' the e-mail' };
  return (
    <Link className="block" to={pageOf.contact(field)}>
      {say(has ? { zh: '更换', en: 'Change' } : { zh: '登记', en: 'Add' })}
      <span className="vh">{say(what)}</span>
    </Link>
  );
}

function Document({
  kind,
  number,
}: {
  readonly kind: Card['documents'][number]['kind'];
  readonly number: string;
}) {
  const say = useSay();
  return (
    <>
      <dt>{say(documentKinds[kind] ?? documentKinds.passport)}</dt>
      <dd>{number}</dd>
    </>
  );
}

const documentKinds = {
  'citizen-id': { zh: '身份证', en: 'Identity card' },
  'residence-permit': { zh: '居住证', en: 'Residence permit' },
  'permanent-resident-card': { zh: '永久居留身份证', en: 'Permanent resident card' },
  passport: { zh: '护照', en: 'Passport' },
} as Readonly<Record<string, Text>> & { readonly passport: Text }; // the names above

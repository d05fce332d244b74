import { Link, Navigate, useNavigate } from 'react-router';
import { Asked } from '../../ui/asked.tsx';
import { useAsk, useWrite } from '../../ui/asking.ts';
import { Heading } from '../../ui/heading.tsx';
import { useSay } from '../../ui/language.tsx';
import { pageOf } from '../../ui/links.ts';
import { usePerson } from '../../ui/person.tsx';
import { ProblemBox } from '../../ui/problem-box.tsx';

/** Where a successor begins: with the case that is open, or with what awaits them and one button. */
export function EstateHome() {
  const personId = usePerson();
  const cases = useAsk('GET /withdrawals', { query: { limit: 100 } });
  // What was asked before may name a case that has ended since.
  if (cases.isStale && cases.isFetching && cases.data) return <main id="main" aria-busy="true" />;
  return (
    <Asked of={cases}>
      {({ items }) => {
        const own = items.filter((item) => item.ground === 'death' && item.personId === personId);
        const open = own.find(({ state }) => !over.has(state));
        const paid = own.find(({ state }) => state === 'paid');
        const shown = open ?? paid;
        if (shown) return <Navigate to={pageOf.estate(shown.number)} replace />;
        return <Begin before={own} />;
      }}
    </Asked>
  );
}

/** States after which another application may come. */
const over: ReadonlySet<string> = new Set([
  ...['refused', 'not-completed', 'withdrawn-by-applicant', 'refunded', 'revoked', 'paid', 'draft-ended'],
]);

function Begin({ before }: { readonly before: readonly { readonly number: string }[] }) {
  const say = useSay();
  const personId = usePerson();
  const navigate = useNavigate();
  const person = useAsk('GET /people/{personId}', { params: { personId } });
  const { send, busy, problem } = useWrite('POST /withdrawals', ({ number }) =>
    navigate(pageOf.estate(number), { replace: true }),
  );
  return (
    <main id="main" className="narrow">
      <Asked of={person}>
        {({ name }) => (
          <Heading>
            {say({ zh: '领取{name}的医保账户余额', en: 'The medical account of {name}' }, { name })}
          </Heading>
        )}
      </Asked>
      <p className="gently">
        {say({
          zh: '这段时间不容易，可以慢慢来。填过的都会保存，随时可以停下，改天接着办。',
          en: 'This is a hard time. There is no hurry; what you fill in is kept, and you can stop and go on another day.',
        })}
      </p>
      <StepsAhead />
      <ProblemBox problem={problem} />
      <button
        type="button"
        className="btn primary wide"
        aria-disabled={busy}
        onClick={() => !busy && send({ body: { personId, ground: 'death', submit: false } })}
      >
        {say({ zh: '开始办理', en: 'Begin' })}
      </button>
      {before.length > 0 && (
        <section className="sec">
          <h2>{say({ zh: '以前的申请', en: 'Earlier applications' })}</h2>
          <ul className="plain">
            {before.map(({ number }) => (
              <li key={number}>
                <Link to={pageOf.estate(number)}>{number}</Link>
              </li>
            ))}
          </ul>
        </section>
      )}
    </main>
  );
}

function StepsAhead() {
  const say = useSay();
  return (
    <ol className="numbered how">
      <li>{say({ zh: '写下有哪几位继承人。', en: 'Say who the heirs are.' })}</li>
      <li>
        {say({
          zh: '看一看份额；没有另外约定的，各人相等。',
          en: 'Look at the shares; they are equal unless something else was settled.',
        })}
      </li>
      <li>
        {say({
          zh: '把链接发给其他继承人，他们自己答复、自己填账户。',
          en: 'Send the others their links: they answer, and name their accounts, themselves.',
        })}
      </li>
      <li>
        {say({ zh: '核对，提交。两名工作人员决定。', en: 'Check, and hand it in. Two officers decide.' })}
      </li>
    </ol>
  );
}

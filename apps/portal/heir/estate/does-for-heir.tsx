import { Link } from 'react-router';
import { useSay } from '../../ui/language.tsx';
import { pageOf } from '../../ui/links.ts';
import { ProblemBox } from '../../ui/problem-box.tsx';
import { accountFor, isPaidAtOnce } from '../account-words.ts';
import { accountNamedBy } from './account-named-by.ts';
import {
  type EstateSeen,
  type Heir,
  isDraft,
  mayChange,
  ordersOf,
  speakerOf,
  useAskedAgain,
} from './estate.tsx';
import { useEstateWrite } from './estate-write.tsx';
import { accountElsewhere, linkUse } from './link-offered.ts';
import { isLinkedWard, isOwnWard, isSentALink } from './own-ward.ts';
import { whoMayBeMe } from './which-is-me.ts';
import { isOut } from './words-said.ts';

/** What whoever looks may do about one heir. */
export function Does({ of, heir }: { readonly of: EstateSeen; readonly heir: Heir }) {
  const say = useSay();
  const { number, view } = of;
  const { successorId, yours, mayStrike, minor, account } = heir;
  const to = (part: string) => pageOf.ofEstate(number, `heirs/${successorId}/${part}`);
  const out = isOut(heir);
  const names = mayChange(view) && !out && (yours || minor);
  const all = of.heirs.heirs;
  const ward = isOwnWard(all, heir);
  const namedBy = names ? accountNamedBy({ ...heir, ward, linked: isLinkedWard(all, heir) }) : null;
  const orders = ordersOf(of.heirs, heir);
  const use = linkUse(view.state, orders);
  const elsewhere = accountElsewhere({ ...heir, own: yours || ward, named: account !== null }, orders);
  const held = heir.mayNameAccount && !isPaidAtOnce(orders);
  const again = account ? anotherAccount : nameAccount;
  return (
    <span className="does">
      {(isSentALink(all, heir) || (ward && use === 'object')) && !out && use && (
        <Link to={to('link')}>
          {say((ward ? answerForWard : sendALink)[use === 'object' ? 'after' : 'before'])}
          <span className="vh">{heir.name}</span>
        </Link>
      )}
      {elsewhere && <span className="small muted">{say(elsewhere, { name: speakerOf(heir) })}</span>}
      {names && heir.mayChangeAccount && (
        <Link to={to('account')}>
          {say(account ? { zh: '改账户', en: 'Change account' } : nameAccount)}
          <span className="vh">{heir.name}</span>
        </Link>
      )}
      {namedBy && <span className="small muted">{say(namedBy, { name: speakerOf(heir) })}</span>}
      {held && (
        <span className="small muted">{say(accountFor({ cameBack: false, held, ofChild: minor }))}</span>
      )}
      {heir.mayNameAccount && (
        <Link className="btn primary" to={to('account')}>
          {say(again)}
          <span className="vh">{heir.name}</span>
        </Link>
      )}
      {yours && !out && !over.has(view.state) && (
        <Link to={to('answer')}>{say({ zh: '我的答复', en: 'My answer' })}</Link>
      )}
      {maySayWhichIsMe(of) && whoMayBeMe(of.heirs.heirs).includes(heir) && <ThisIsMe {...{ of, heir }} />}
      {mayStrike && isDraft(view) && <Strike {...{ of, heir }} />}
    </span>
  );
}

const sendALink = {
  before: { zh: '发链接', en: 'Send a link' },
  after: { zh: '发链接，只能提异议', en: 'Send a link, to object only' },
} as const;
const answerForWard = {
  before: { zh: '替孩子答复', en: 'Answer for the child' },
  after: { zh: '替孩子提异议', en: 'Object for the child' },
} as const;
const nameAccount = { zh: '填账户', en: 'Name an account' };
const anotherAccount = { zh: '换一个账户', en: 'Name another account' };

const over: ReadonlySet<string> = new Set([
  ...['paid', 'refused', 'withdrawn-by-applicant', 'not-completed', 'draft-ended'],
]);

/** Whoever has signed in says which of the heirs they are, where the window or a relative wrote them down. */
function ThisIsMe({ of, heir }: { readonly of: EstateSeen; readonly heir: Heir }) {
  const say = useSay();
  const again = useAskedAgain();
  const { send, busy, problem } = useEstateWrite(
    of,
    'POST /withdrawals/{number}/heirs/{successorId}/self',
    () => again(),
  );
  const params = { number: of.number, successorId: heir.successorId };
  return (
    <>
      <button type="button" className="link" aria-disabled={busy} onClick={() => !busy && send({ params })}>
        {say({ zh: '这就是我', en: 'This is me' })}
        <span className="vh">{heir.name}</span>
      </button>
      <ProblemBox problem={problem} />
    </>
  );
}

function Strike({ of, heir }: { readonly of: EstateSeen; readonly heir: Heir }) {
  const say = useSay();
  const again = useAskedAgain();
  const { send, busy, problem } = useEstateWrite(
    of,
    'POST /withdrawals/{number}/heirs/{successorId}/own-word',
    () => again(),
  );
  const params = { number: of.number, successorId: heir.successorId };
  return (
    <>
      <button
        type="button"
        className="link"
        aria-disabled={busy}
        onClick={() => !busy && send({ params, body: { word: 'struck', divideEqually: true } })}
      >
        {say({ zh: '划去（写错了）', en: 'Strike out (entered by mistake)' })}
        <span className="vh">{heir.name}</span>
      </button>
      <ProblemBox problem={problem} />
    </>
  );
}

/** While nobody is known to be whoever has signed in. */
export function maySayWhichIsMe({ view, heirs }: EstateSeen): boolean {
  return mayChange(view) && !heirs.heirs.some(({ yours }) => yours);
}

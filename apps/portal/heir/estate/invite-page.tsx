import { useState } from 'react';
import { Navigate, useParams } from 'react-router';
import type { Text } from '#basics';
import { BackTo } from '../../ui/back-to.tsx';
import { CopyButton } from '../../ui/copy-button.tsx';
import { Heading } from '../../ui/heading.tsx';
import { useLanguage, useSay } from '../../ui/language.tsx';
import { linkOfHeir, pageOf } from '../../ui/links.ts';
import { ProblemBox } from '../../ui/problem-box.tsx';
import { untilWhen } from '../until.ts';
import { type EstateSeen, type Heir, ordersOf, speakerOf, useAskedAgain, WithEstate } from './estate.tsx';
import { useEstateWrite } from './estate-write.tsx';
import { type LinkUse, linkDoes, linkDoesForWard, linkUse, whoHasIt } from './link-offered.ts';
import { isOwnWard } from './own-ward.ts';
import { isOut } from './words-said.ts';

/** The link of one heir: made, told once, copied and sent by whoever applies; made anew where it was lost. */
export function InvitePage() {
  const { heir = '' } = useParams();
  return (
    <WithEstate>
      {(seen) => {
        const one = seen.heirs.heirs.find(({ successorId }) => successorId === heir);
        const use = one && !isOut(one) ? linkUse(seen.view.state, ordersOf(seen.heirs, one)) : null;
        // Whoever comes by the address while a link can do nothing any more sees the case.
        return one && use ? (
          <Inviting {...{ seen, use }} heir={one} />
        ) : (
          <Navigate to={pageOf.estate(seen.number)} replace />
        );
      }}
    </WithEstate>
  );
}

interface Made {
  readonly link: string;
  readonly until: string;
}

function Inviting(inviting: { readonly seen: EstateSeen; readonly heir: Heir; readonly use: LinkUse }) {
  const { seen, heir, use } = inviting;
  const say = useSay();
  const language = useLanguage();
  const again = useAskedAgain();
  const [made, setMade] = useState<Made | null>(null);
  const { send, busy, problem } = useEstateWrite(
    seen,
    'POST /withdrawals/{number}/heirs/{successorId}/link',
    async (told) => {
      setMade({ link: linkOfHeir(language, told.secret), until: told.expiresAt });
      await again();
    },
  );
  const { linkUntil } = heir;
  const ward = isOwnWard(seen.heirs.heirs, heir);
  const whom = ward ? heir.name : speakerOf(heir);
  const before = made !== null || linkUntil !== null;
  const params = { number: seen.number, successorId: heir.successorId };
  return (
    <main id="main" className="narrow">
      <BackTo to={pageOf.estate(seen.number)}>{say({ zh: '返回', en: 'Back' })}</BackTo>
      <Heading>{say(ward ? forWard : forOther, { name: whom })}</Heading>
      <p className="gently">{say((ward ? linkDoesForWard : linkDoes)[use], { name: whom })}</p>
      <TheLink {...{ made, linkUntil }} />
      <ProblemBox problem={problem} />
      <button
        type="button"
        className={before ? 'btn wide again' : 'btn primary wide'}
        aria-disabled={busy}
        onClick={() => !busy && send({ params, body: { days: 30 } })}
      >
        {say(
          before ? { zh: '换一个新的链接', en: 'Make a new link' } : { zh: '生成链接', en: 'Make the link' },
        )}
      </button>
      <section className="calm">
        <h2>{say({ zh: '请放心', en: 'You can be sure' })}</h2>
        <ul className="plain">
          {[whoHasIt[use === 'object' ? 'after' : 'before'], ...sureOf].map((text) => (
            <li key={text.en}>{say(text)}</li>
          ))}
        </ul>
      </section>
    </main>
  );
}

/** The link, told this once; or that there was one before. */
function TheLink({ made, linkUntil }: { readonly made: Made | null; readonly linkUntil: string | null }) {
  const say = useSay();
  const language = useLanguage();
  if (made === null)
    return linkUntil === null ? null : <p>{say(madeBefore, { on: untilWhen(linkUntil, language) })}</p>;
  return (
    <section className="keep" aria-label={say({ zh: '链接', en: 'The link' })}>
      <p>
        {say(
          { zh: '只显示这一次，{on} 前有效。', en: 'It is shown this once, and good until {on}.' },
          { on: untilWhen(made.until, language) },
        )}
      </p>
      <output className="passed-on" id="heir-link">
        {made.link}
      </output>
      <CopyButton text={made.link} label={say({ zh: '复制链接', en: 'Copy the link' })} />
    </section>
  );
}

const forOther: Text = { zh: '给{name}的链接', en: 'A link for {name}' };
const forWard: Text = { zh: '替{name}答复的链接', en: 'A link to answer for {name}' };
/** A link of the agency is replaced by nobody else's. */
const madeBefore: Text = {
  zh: '已经有一个，{on} 前有效。没收到或者弄丢了，可以换一个新的：家人先前转的随即失效，本机构给的照常能用。',
  en: 'There is one already, good until {on}. If it did not arrive or was lost, make a new one: one that the family passed on before ends, one that we gave keeps working.',
};
const sureOf: readonly Text[] = [
  {
    zh: '里面没有金额、没有号码，也没有别人的名字。',
    en: 'It shows no amount, no number, and nobody else’s name.',
  },
  {
    zh: '不方便用手机的，带身份证件到任一窗口表示就行。',
    en: 'Anybody who would rather not use a telephone can answer at any window, with their identity document.',
  },
];

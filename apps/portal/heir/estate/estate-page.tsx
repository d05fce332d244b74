import { forCount, plainDate, shanghaiDate, type Text } from '#basics';
import { useAsk } from '../../ui/asking.ts';
import { showDay } from '../../ui/dates.ts';
import { Heading } from '../../ui/heading.tsx';
import { Icon } from '../../ui/icons.tsx';
import { useLanguage, useSay } from '../../ui/language.tsx';
import { letterPdf } from '../../ui/links.ts';
import { MyIcon } from '../../ui/my-icons.tsx';
import { useToday } from '../../ui/today.ts';
import { takenBack } from '../waiver.tsx';
import { type EstateSeen, isDraft, livingIn, WithEstate } from './estate.tsx';
import { MovedOn, useWatched } from './estate-write.tsx';
import { beforeTheDecision } from './own-answers.ts';
import { SharesCard } from './shares-card.tsx';
import { TakeBack } from './take-back.tsx';
import { Tasks } from './tasks.tsx';
import { WhereItIs } from './where-it-is.tsx';
import { consequencesOf, isOut } from './words-said.ts';

/** The case of a successor: the shares with who stands how to them, and what is to be done, or where it is. */
export function EstatePage() {
  return <WithEstate>{(seen) => <Estate seen={seen} />}</WithEstate>;
}

function Estate({ seen }: { readonly seen: EstateSeen }) {
  const say = useSay();
  const { view, number } = seen;
  const draft = isDraft(view);
  useWatched(seen);
  return (
    <main id="main" className="narrow">
      <header className="heirs-head">
        <Heading>
          {say(
            { zh: '领取{name}的医保账户余额', en: 'The medical account of {name}' },
            { name: view.personName },
          )}
        </Heading>
        {draft && (
          <p className="gently">
            {say({
              zh: '这段时间不容易，可以慢慢来。填过的都会保存。',
              en: 'This is a hard time. There is no hurry, and what you fill in is kept.',
            })}
          </p>
        )}
        {!draft && (
          <p className="small muted">
            {say({ zh: '办理编号', en: 'Case number' })} <span className="nb">{number}</span>
          </p>
        )}
      </header>
      <MovedOn of={seen} />
      {!draft && <WhereItIs of={seen} />}
      <section className="sec flush">
        <h2>{say(sharesHeading(seen), { n: sharingIn(seen).length })}</h2>
        <SharesCard of={seen} />
      </section>
      <OwnWaiver of={seen} />
      <Tasks of={seen} />
      {!draft && <Letters number={number} />}
      {!endings.has(view.state) && <Disagreeing />}
      <TakeBack of={seen} />
    </main>
  );
}

/** Nothing is paused any more once all of it has ended. */
const endings: ReadonlySet<string> = new Set([
  ...['paid', 'refused', 'withdrawn-by-applicant', 'not-completed', 'draft-ended'],
]);

function Disagreeing() {
  const say = useSay();
  return (
    <section className="calm">
      <h2>
        <MyIcon name="pause" />
        {say({ zh: '有人不同意怎么办？', en: 'What if somebody does not agree?' })}
      </h2>
      <p>
        {say({
          zh: '任何一位继承人都可以提出异议，只暂停有争议的那一份，其他人照常领。你们商量好，或者有了法院文书，再接着办。',
          en: 'Any heir may object. Only the share in dispute waits; the others are paid. It goes on once you have settled it, or a court has.',
        })}
      </p>
    </section>
  );
}

/** Whoever waived their own share is told what that means now, while it may still be taken back. */
function OwnWaiver({ of: { heirs, view } }: { readonly of: EstateSeen }) {
  const say = useSay();
  const own = heirs.heirs.find(({ yours, word }) => yours && word === 'waive');
  if (own === undefined || !beforeTheDecision(view.state)) return null;
  return (
    <section className="calm">
      <h2>{say({ zh: '您已放弃自己的一份', en: 'You have waived your share' })}</h2>
      <p>{say(takenBack)}</p>
    </section>
  );
}

/** Who takes a share: nobody who waived or lost the right. */
function sharingIn({ heirs }: EstateSeen) {
  return livingIn(heirs).filter((heir) => !isOut(heir));
}

function sharesHeading(seen: EstateSeen): Text {
  const { heirs } = seen;
  const sharing = sharingIn(seen);
  if (sharing.length === 0) return { zh: '继承人', en: 'The heirs' };
  if (consequencesOf(heirs).some(({ is }) => is === 'divide-again'))
    return { zh: '还有 {n} 位继承人，份额要重新分', en: 'Heirs left: {n}. The shares are to be set again' };
  if (heirs.division?.basis === 'equal' && sharing.length > 1)
    return { zh: '{n} 位继承人，份额相等', en: '{n} heirs, in equal shares' };
  return forCount(
    sharing.length,
    { zh: '一位继承人', en: 'One heir' },
    { zh: '{n} 位继承人', en: '{n} heirs' },
  );
}

function Letters({ number }: { readonly number: string }) {
  const say = useSay();
  const today = useToday();
  const language = useLanguage();
  const { data } = useAsk('GET /cases/{number}/letters', { params: { number } });
  if (!data || data.items.length === 0) return null;
  return (
    <section className="sec flush">
      <h2>{say({ zh: '函件', en: 'Letters' })}</h2>
      <ul className="card contents">
        {data.items.map(({ number: letter, seq, heir, title, issuedAt }) => (
          <li key={letter}>
            <a href={letterPdf(number, { seq, heir })} target="_blank" rel="noreferrer">
              <Icon name="document" />
              <span>
                <b>{say(title)} (PDF)</b>
                <span className="small muted">
                  {showDay(plainDate(shanghaiDate(new Date(String(issuedAt)))), language, today)}
                </span>
              </span>
            </a>
          </li>
        ))}
      </ul>
    </section>
  );
}

import { plainDate, shanghaiDate, type Text } from '#basics';
import { useAsk } from '../../ui/asking.ts';
import { showDay } from '../../ui/dates.ts';
import { useLanguage, useSay } from '../../ui/language.tsx';
import { letterPdf, receivedPdf } from '../../ui/links.ts';
import { MyIcon } from '../../ui/my-icons.tsx';
import { useToday } from '../../ui/today.ts';

/** What another agency wrote about a transfer. */
export interface Received {
  readonly messageId: string;
  readonly type: string;
  readonly name: Text;
  readonly sentAt: unknown;
}

/** What the agency wrote, each as the document that it is, and what another agency refused, as a copy; nothing where nobody wrote. */
export function Letters(of: { readonly number: string; readonly received?: readonly Received[] }) {
  const { number, received = [] } = of;
  const say = useSay();
  const language = useLanguage();
  const { data } = useAsk('GET /cases/{number}/letters', { params: { number } });
  const refusals = received.filter(({ type }) => refusing.has(type));
  if (!data || data.items.length + refusals.length === 0) return null;
  const ours = data.items.map(({ number: id, seq, heir, title, issuedAt }) => ({
    ...{ id, href: letterPdf(number, { seq, heir }), at: String(issuedAt), title: say(title) },
  }));
  const theirs = refusals.map(({ messageId, name, sentAt }) => ({
    ...{ id: messageId, href: receivedPdf(number, messageId, language), at: String(sentAt) },
    title: say(copyOf, { name: say(name) }),
  }));
  return (
    <section className="sec">
      <h2>{say({ zh: '函件', en: 'Letters' })}</h2>
      <ul className="card pad letters">
        {[...ours, ...theirs]
          .toSorted((one, other) => one.at.localeCompare(other.at))
          .map((letter) => (
            <Letter key={letter.id} {...letter} />
          ))}
      </ul>
    </section>
  );
}

function Letter({ title, href, at }: { readonly title: string; readonly href: string; readonly at: string }) {
  const today = useToday();
  const language = useLanguage();
  return (
    <li>
      <a href={href} target="_blank" rel="noreferrer">
        <MyIcon name="letter" />
        {title} (PDF)
      </a>
      <span className="small muted">{showDay(plainDate(shanghaiDate(new Date(at))), language, today)}</span>
    </li>
  );
}

/** By which another agency says no: the person's proof towards everybody else. */
const refusing: ReadonlySet<string> = new Set(['balance-refused', 'transfer-declined']);
const copyOf: Text = { zh: '对方机构来函：{name}（副本）', en: 'From the other agency: {name}, a copy' };

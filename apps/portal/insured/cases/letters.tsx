import { plainDate, shanghaiDate } from '#basics';
import { useAsk } from '../../ui/asking.ts';
import { showDay } from '../../ui/dates.ts';
import { useLanguage, useSay } from '../../ui/language.tsx';
import { letterPdf } from '../../ui/links.ts';
import { MyIcon } from '../../ui/my-icons.tsx';
import { useToday } from '../../ui/today.ts';

/** What the agency wrote, each as the document that it is; nothing where it wrote nothing. */
export function Letters({ number }: { readonly number: string }) {
  const say = useSay();
  const today = useToday();
  const language = useLanguage();
  const { data } = useAsk('GET /cases/{number}/letters', { params: { number } });
  if (!data || data.items.length === 0) return null;
  return (
    <section className="sec">
      <h2>{say({ zh: '函件', en: 'Letters' })}</h2>
      <ul className="card pad letters">
        {data.items.map(({ seq, title, issuedAt }) => (
          <li key={seq}>
            <a href={letterPdf(number, seq)} target="_blank" rel="noreferrer">
              <MyIcon name="letter" />
              {say(title)} (PDF)
            </a>
            <span className="small muted">
              {showDay(plainDate(shanghaiDate(new Date(String(issuedAt)))), language, today)}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}

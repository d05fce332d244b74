import { useQuery } from '@tanstack/react-query';
import { type Answer, call } from '../../ui/api.ts';
import { useWrite } from '../../ui/asking.ts';
import { showDate } from '../../ui/dates.ts';
import { Icon } from '../../ui/icons.tsx';
import { useLanguage, useSay } from '../../ui/language.tsx';
import { ProblemBox } from '../../ui/problem-box.tsx';
import { saveFile } from '../../ui/save-file.ts';
import { shanghaiDay } from '../../ui/shanghai-day.ts';
import { useSecret } from './link.tsx';

type LetterList = Answer<'POST /heir-links/letters'>['items'];

/** The letters to this heir, and nobody else's. */
export function Letters() {
  const say = useSay();
  const language = useLanguage();
  const secret = useSecret();
  const listed = useQuery({
    queryKey: ['heir-link', 'letters'],
    queryFn: () => call('POST /heir-links/letters', { body: { secret } }),
  });
  const { send, busy, problem } = useWrite(
    'POST /heir-links/letters/print',
    ({ base64, mediaType, fileName }) =>
      saveFile({
        content: Uint8Array.from(atob(base64), (each) => each.charCodeAt(0)),
        ...{ name: fileName, type: mediaType },
      }),
  );
  const letters: LetterList = listed.data?.items ?? [];
  if (letters.length === 0) return null;
  return (
    <section className="sec">
      <h2>{say({ zh: '写给您的信', en: 'Letters to you' })}</h2>
      <ProblemBox problem={problem} />
      <ul className="card contents">
        {letters.map(({ number, title, issuedAt }) => (
          <li key={number}>
            <button
              type="button"
              className="letter-row"
              aria-disabled={busy}
              onClick={() => !busy && send({ body: { secret, letter: number, language, form: 'pdf' } })}
            >
              <Icon name="document" />
              <span>
                <b>{say(title)}</b>
                <span className="small muted">{showDate(shanghaiDay(String(issuedAt)), language)}</span>
              </span>
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}

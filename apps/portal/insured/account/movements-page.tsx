import { Asked } from '../../ui/asked.tsx';
import { useAskPages } from '../../ui/asking.ts';
import { BackTo } from '../../ui/back-to.tsx';
import { Heading } from '../../ui/heading.tsx';
import { useSay } from '../../ui/language.tsx';
import { pageOf } from '../../ui/links.ts';
import { usePerson } from '../../ui/person.tsx';
import { Movement } from './movement.tsx';

/** Everything that ever moved the account, the newest first, fifty at a time. */
export function MovementsPage() {
  const say = useSay();
  const personId = usePerson();
  const { pages, asked, more } = useAskPages('GET /people/{personId}/account/statement', {
    params: { personId },
    query: { limit: 50 },
  });
  const entries = pages.flatMap(({ items }) => items);
  return (
    <main id="main" className="reading">
      <BackTo to={pageOf.account()}>{say({ zh: '我的账户', en: 'My account' })}</BackTo>
      <Heading>{say({ zh: '全部进出', en: 'All movements' })}</Heading>
      <Asked of={asked}>
        {() => (
          <section className="card pad">
            <p className="caption">
              {say({ zh: '单位：元。入账为 +，支出为 −。', en: 'In yuan: + paid in, − paid out.' })}
            </p>
            <ol className="log" aria-live="polite">
              {entries.map((entry) => (
                <Movement key={entry.id} entry={entry} today={null} />
              ))}
            </ol>
            {more ? (
              <button type="button" className="btn wide" onClick={more}>
                {say({ zh: '再往前看', en: 'Show earlier ones' })}
              </button>
            ) : (
              <p className="caption">
                {say(
                  { zh: '共 {n} 笔，都在这里了。', en: 'Nothing earlier. Total: {n}.' },
                  { n: entries.length },
                )}
              </p>
            )}
          </section>
        )}
      </Asked>
    </main>
  );
}

import { Link } from 'react-router';
import { BackTo } from '../../ui/back-to.tsx';
import { Heading } from '../../ui/heading.tsx';
import { useLanguage, useSay } from '../../ui/language.tsx';
import { pageOf } from '../../ui/links.ts';
import { WithEstate } from './estate.tsx';
import { isOnRecord, paperStands } from './paper-stands.ts';

/** Every paper of the case with how it stands; only what is handed in leads to a page for it. */
export function PapersPage() {
  const say = useSay();
  const language = useLanguage();
  return (
    <WithEstate>
      {(seen) => (
        <main id="main" className="narrow">
          <BackTo to={pageOf.estate(seen.number)}>{say({ zh: '返回', en: 'Back' })}</BackTo>
          <Heading>{say({ zh: '材料', en: 'Papers' })}</Heading>
          {seen.papers.every(({ state }) => state !== 'missing') && (
            <p>{say({ zh: '都齐了，您不用再交。', en: 'All is there; nothing more is asked of you.' })}</p>
          )}
          <ul className="card pad plain">
            {seen.papers.map((paper) => (
              <li key={paper.materialId}>
                {isOnRecord(paper) ? (
                  <b>{say(paper.text)}</b>
                ) : (
                  <Link to={pageOf.ofEstate(seen.number, `papers/${paper.materialId}`)}>
                    {say(paper.text)}
                  </Link>
                )}
                <p className="small muted">{paperStands(paper, seen, { say, language })}</p>
              </li>
            ))}
          </ul>
        </main>
      )}
    </WithEstate>
  );
}

import { useParams } from 'react-router';
import { BackTo } from '../../ui/back-to.tsx';
import { Heading } from '../../ui/heading.tsx';
import { useLanguage, useSay } from '../../ui/language.tsx';
import { pageOf } from '../../ui/links.ts';
import { type EstateSeen, WithEstate } from './estate.tsx';
import { HandIn } from './hand-in.tsx';
import { identitySeen, isIdentityHeld } from './identity-seen.ts';

/** One paper of the case: which document it is, its pages, or the commitment that is signed in its place. */
export function PaperPage() {
  const { material = '' } = useParams();
  return (
    <WithEstate>
      {(seen) => {
        const paper = seen.papers.find(({ materialId }) => materialId === material);
        // Who they are was seen already, whoever comes by an older address; other proof may be added.
        return paper && !isIdentityHeld(paper) ? (
          <HandIn {...{ seen, paper }} number={seen.number} key={material} />
        ) : (
          <NotAsked seen={seen} material={material} />
        );
      }}
    </WithEstate>
  );
}

function NotAsked({ seen, material }: { readonly seen: EstateSeen; readonly material: string }) {
  const say = useSay();
  const language = useLanguage();
  const since = material === 'identity-document' ? identitySeen(seen, { say, language }) : null;
  return (
    <main id="main" className="narrow">
      <BackTo to={pageOf.estate(seen.number)}>{say({ zh: '返回', en: 'Back' })}</BackTo>
      <Heading>{say({ zh: '材料', en: 'Papers' })}</Heading>
      <p>{say({ zh: '这一样不用交。', en: 'This paper is not asked for.' })}</p>
      {since && <p className="muted">{since}</p>}
    </main>
  );
}

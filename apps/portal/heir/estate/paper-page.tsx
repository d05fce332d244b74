import { useParams } from 'react-router';
import type { Text } from '#basics';
import { BackTo } from '../../ui/back-to.tsx';
import { Heading } from '../../ui/heading.tsx';
import { useLanguage, useSay } from '../../ui/language.tsx';
import { pageOf } from '../../ui/links.ts';
import { type EstateSeen, type Paper, WithEstate } from './estate.tsx';
import { HandIn } from './hand-in.tsx';
import { isOnRecord, paperStands } from './paper-stands.ts';

/** One paper of the case: which document it is, its pages, or the commitment that is signed in its place. */
export function PaperPage() {
  const { material = '' } = useParams();
  return (
    <WithEstate>
      {(seen) => {
        const paper = seen.papers.find(({ materialId }) => materialId === material);
        // What it would show is on record, whoever comes by an older address.
        return paper && !isOnRecord(paper) ? (
          <HandIn {...{ seen, paper }} number={seen.number} key={material} />
        ) : (
          <NotAsked seen={seen} paper={paper ?? null} />
        );
      }}
    </WithEstate>
  );
}

function NotAsked({ seen, paper }: { readonly seen: EstateSeen; readonly paper: Paper | null }) {
  const say = useSay();
  const language = useLanguage();
  return (
    <main id="main" className="narrow">
      <BackTo to={pageOf.estate(seen.number)}>{say({ zh: '返回', en: 'Back' })}</BackTo>
      <Heading>{say(paper === null ? papers : headed(paper))}</Heading>
      <p>
        {paper === null
          ? say({ zh: '这一样不用交。', en: 'This paper is not asked for.' })
          : say({ zh: '{how}。', en: '{how}.' }, { how: paperStands(paper, seen, { say, language }) })}
      </p>
    </main>
  );
}

const papers: Text = { zh: '材料', en: 'Papers' };

/** By what it is about, where several documents would show it. */
function headed({ materialId, text }: Paper): Text {
  return materialId === 'succession-proof' ? { zh: '亲属关系', en: 'The relation' } : text;
}

import { useSay } from '../../ui/language.tsx';
import { sentence } from '../../ui/sentence.ts';
import { type BarPart, ShareBar, SumLine } from '../../ui/share-bar.tsx';
import type { Seen } from './link.tsx';
import { heirIs } from './stage.ts';

/** The shares as they are proposed: by how each is related, since nobody’s name is told by a link. */
export function SharesSeen({ of }: { readonly of: Seen }) {
  const say = useSay();
  const { shares, basis, remainder, guardianSpeaks } = of;
  if (shares.length === 0)
    return (
      <p className="muted">
        {say({
          zh: '份额还没有提出来。提出后，用这个链接就能看到。',
          en: 'No shares are proposed yet. Once they are, this link shows them.',
        })}
      </p>
    );
  const parts: readonly BarPart[] = shares.map(({ successorId, yours, relation, share }) => ({
    ...{ id: successorId, share, standing: yours ? 'agreed' : 'silent' },
    who: yours ? say(heirIs(guardianSpeaks)) : sentence(say(relation)),
  }));
  return (
    <section className="card pad seen-shares">
      {/* What the others said is theirs to tell. */}
      <ShareBar parts={parts} plain />
      <SumLine parts={parts} totalFen={null} />
      {basis && (
        <p className="small muted">
          {say({ zh: '依据：', en: 'Based on: ' })}
          {sentence(say(basis))}
        </p>
      )}
      <p className="small muted">{say(remainder)}</p>
    </section>
  );
}

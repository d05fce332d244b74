import { forCount } from '#basics';
import { citation, gradeMeanings, provision } from '#law';
import { Icon } from '../../ui/icons.tsx';
import { useSay } from '../../ui/language.tsx';

/** The clauses, each in Song with where its text comes from. */
export function Clauses({ ids }: { readonly ids: readonly string[] }) {
  const say = useSay();
  return (
    <details>
      <summary>
        <Icon name="down" />
        {say(
          { zh: '看 {n} 条依据', en: forCount(ids.length, 'Read the clause', 'Read the {n} clauses') },
          { n: ids.length },
        )}
      </summary>
      {ids.map((id) => {
        const { says, grade } = provision(id);
        return (
          <div key={id} className="law">
            <p>
              <b>{say(citation(id))}</b> {say(says)}
            </p>
            <p className="grade">
              {say(
                { zh: '大意，不是原文。出处：{grade}。', en: 'In our words. Source: {grade}.' },
                { grade: say(gradeMeanings[grade]) },
              )}
            </p>
          </div>
        );
      })}
    </details>
  );
}

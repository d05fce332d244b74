import type { MaterialRule } from '#engines/rules';
import { citation } from '#law';
import { Icon } from '../../ui/icons.tsx';
import { useSay } from '../../ui/language.tsx';

/** Papers, each with what else will do and the clauses on which asking for it rests. */
export function PaperList({ papers }: { readonly papers: readonly MaterialRule[] }) {
  const say = useSay();
  return (
    <ol className="papers">
      {papers.map(({ material: { id, text, alternatives }, basis }) => (
        <li key={id}>
          <Icon
            name={id === 'identity-document' ? 'card' : id === 'payee-bank-account' ? 'bank' : 'document'}
          />
          <div>
            <b>{say(text)}</b>
            {alternatives.length > 0 && (
              <p>
                {say({ zh: '下面任选一样也行：', en: 'Or one of these: ' })}
                {alternatives.map((other) => say(other.text)).join(say({ zh: '、', en: '; ' }))}
              </p>
            )}
            <p className="src">
              {basis.map((clause) => say(citation(clause))).join(say({ zh: '、', en: '; ' }))}
            </p>
          </div>
        </li>
      ))}
    </ol>
  );
}

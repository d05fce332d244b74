import type { Text } from '#basics';
import { givenOnline } from '#business/withdrawal/public';
import { citation } from '#law';
import { Icon, type IconName } from '../../ui/icons.tsx';
import { useSay } from '../../ui/language.tsx';
import type { Verdict } from './verdict.ts';

const and = { zh: '、', en: '; ' };

const icons: Readonly<Record<string, IconName>> = {
  'identity-document': 'card',
  'payee-bank-account': 'bank',
};

const titles: Readonly<Partial<Record<Verdict['kind'], Text>>> & { readonly yes: Text } = {
  yes: { zh: '准备这 {n} 样', en: 'Have these {n} ready' },
  'not-yet': { zh: '办好以后，准备这 {n} 样', en: 'Then have these {n} ready' },
  unclear: { zh: '核对下来可以的话，准备这 {n} 样', en: 'If the check says yes, have these {n} ready' },
};

const filledIn: Text = { zh: '网上申请时填写，不用交', en: 'You fill it in online: nothing to hand in' };
const signedIn: Text = { zh: '本人网上申请，不用交', en: 'Not needed if you apply online yourself' };

// Whoever has signed in is identified, and applies on the page itself.
const atWindow: Text = {
  zh: '网上办不用交材料；到窗口办，带这 {n} 样',
  en: 'Online you need no papers; at a window, these {n}',
};

/** Each paper with what else will do and why it may be asked for; nothing else may be. */
export function Papers({ verdict }: { readonly verdict: Verdict }) {
  const say = useSay();
  const { kind, papers, option } = verdict;
  if (papers.length === 0) return null;
  const title = option?.action === 'transfer' ? atWindow : (titles[kind] ?? titles.yes);
  return (
    <section className="sec">
      <h2>{say(title, { n: papers.length })}</h2>
      <div className="card pad">
        <ol className="papers">
          {papers.map(({ material: { id, text, alternatives }, basis }) => (
            <li key={id}>
              <Icon name={icons[id] ?? 'document'} />
              <div>
                <b>{say(text)}</b>
                {option && title !== atWindow && givenOnline(id, option.ground) && (
                  <p>{say(id === 'identity-document' ? signedIn : filledIn)}</p>
                )}
                {alternatives.length > 0 && (
                  <p>
                    {say({ zh: '下面任选一样也行：', en: 'Or one of these: ' })}
                    {alternatives.map((other) => say(other.text)).join(say({ zh: '、', en: '; ' }))}
                  </p>
                )}
                <p className="src">{basis.map((clause) => say(citation(clause))).join(say(and))}</p>
              </div>
            </li>
          ))}
        </ol>
        <p className="not">
          <Icon name="cross" />
          <span>
            {say({
              zh: '别的都不用交。我们已有的、能联网查到的，不用交；没有法律依据的材料，任何人都不能要求您交。',
              en: 'Nothing else. You need not bring what we have or can look up, and nobody may ask for a paper without a legal basis.',
            })}
          </span>
        </p>
      </div>
    </section>
  );
}

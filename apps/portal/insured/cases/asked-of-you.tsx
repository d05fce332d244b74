import { Icon } from '../../ui/icons.tsx';
import { useSay } from '../../ui/language.tsx';
import type { Place } from './cases-page.tsx';

/** The one thing that the person has to do, with everything that is missing in one list. */
export function AskedOfYou({ place }: { readonly place: Place }) {
  const say = useSay();
  const { asked, papers } = place;
  if (asked === null) return null;
  return (
    <section className="sec">
      <div className="do">
        <h2>
          <Icon name="warn" />
          {say({ zh: '等您来办', en: 'Waiting for you' })}
        </h2>
        <div>
          <p>{say(asked)}</p>
          {papers.length > 0 && (
            <>
              <p>
                {say(
                  { zh: '一共 {n} 样，补齐后不会再要别的：', en: '{n} in all. This is the whole list:' },
                  { n: papers.length },
                )}
              </p>
              <ul className="plain">
                {papers.map((paper) => (
                  <li key={paper.zh}>{say(paper)}</li>
                ))}
              </ul>
            </>
          )}
        </div>
      </div>
    </section>
  );
}

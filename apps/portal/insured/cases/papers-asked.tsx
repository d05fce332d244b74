import { Link } from 'react-router';
import type { Text } from '#basics';
import type { Answer } from '../../ui/api.ts';
import { useAsk } from '../../ui/asking.ts';
import { ClerkNote } from '../../ui/clerk-note-line.tsx';
import { Icon, type IconName } from '../../ui/icons.tsx';
import { useSay } from '../../ui/language.tsx';
import { pageOf } from '../../ui/links.ts';

export type Paper = Answer<'GET /cases/{number}/papers'>['papers'][number];

/** Every paper of a case: what became of it, and the way to hand it in where it is still wanted. */
export function PapersAsked(of: {
  readonly number: string;
  /** Whether papers can be handed in as the case stands. */
  readonly open: boolean;
  /** Left out of the box that asks, and listed below it. */
  readonly only: 'missing' | 'there';
}) {
  const { number, open, only } = of;
  const say = useSay();
  const { data } = useAsk('GET /cases/{number}/papers', { params: { number } });
  const papers = (data?.papers ?? []).filter(({ state }) => (state === 'missing') === (only === 'missing'));
  if (papers.length === 0) return null;
  return (
    <ul className="wanted">
      {papers.map((paper) => (
        <li key={paper.materialId}>
          <State state={paper.state} />
          <span>
            <b>{say(paper.text)}</b>
            {paper.why && <span className="small late">{say(paper.why.text)}</span>}
            <ClerkNote of={paper} />
            <span className="small muted">{say(said(paper), { n: pagesOf(paper) })}</span>
          </span>
          {open && paper.state !== 'on-record' && (
            <Link
              className={only === 'missing' ? 'btn' : 'small'}
              to={pageOf.paperOf(number, paper.materialId)}
            >
              {say(
                only === 'missing' ? { zh: '交这份', en: 'Hand it in' } : { zh: '换一份', en: 'Replace it' },
              )}
              <span className="vh">
                {say({ zh: '：', en: ': ' })}
                {say(paper.text)}
              </span>
            </Link>
          )}
        </li>
      ))}
    </ul>
  );
}

const shapes: Readonly<Record<Paper['state'], { readonly icon: IconName; readonly says: Text }>> = {
  missing: { icon: 'warn', says: { zh: '还缺', en: 'Missing' } },
  unchecked: { icon: 'clock', says: { zh: '已交，待核对', en: 'Handed in, to be checked' } },
  given: { icon: 'tick', says: { zh: '已收', en: 'Accepted' } },
  'on-record': { icon: 'tick', says: { zh: '不用交', en: 'Not needed' } },
};

function State({ state }: { readonly state: Paper['state'] }) {
  const say = useSay();
  const { icon, says } = shapes[state];
  return (
    <span className={`mark-of ${state}`}>
      <Icon name={icon} />
      <span className="vh">{say(says)}</span>
    </span>
  );
}

function said({ state, alternatives, given }: Paper): Text {
  if (state === 'on-record') return { zh: '我们已经有了，不用交', en: 'We have it already' };
  if (state === 'unchecked' && given.at(-1)?.notApplying != null)
    return { zh: '说明了不适用，等经办人员核对', en: 'Said not to apply. An officer will check' };
  if (state === 'unchecked')
    return { zh: '已交 {n} 页，等经办人员核对', en: 'Handed in, pages: {n}. An officer will check it' };
  if (state === 'given' && given.at(-1)?.notApplying != null)
    return { zh: '说明了不适用，经办人员已认可', en: 'Said not to apply, and an officer agreed' };
  if (state === 'given') return { zh: '已收，核对过了', en: 'Accepted and checked' };
  return alternatives.length > 0
    ? { zh: '有别的材料可以代替', en: 'Something else will do as well' }
    : { zh: '还没有交', en: 'Not handed in yet' };
}

function pagesOf({ given }: Paper): number {
  return given.at(-1)?.pages.length ?? 0;
}

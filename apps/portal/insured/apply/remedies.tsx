import { Icon } from '../../ui/icons.tsx';
import { useSay } from '../../ui/language.tsx';
import { sentence } from '../../ui/sentence.ts';
import type { Ground } from './assessed.ts';
import { toldByDifference } from './differing.ts';
import { lacking } from './lacking.ts';

/** What stands in the way of a ground, each with what to do; nothing where nothing does, or where it is told beside an answer. */
export function Remedies(of: { readonly ground: Ground; readonly known: Parameters<typeof lacking>[1] }) {
  const { ground, known } = of;
  const say = useSay();
  const lacks = lacking(ground, known).filter(({ id }) => !toldByDifference(id, known.differences));
  if (lacks.length === 0) return null;
  return (
    <div className="do remedies">
      <h2>
        <Icon name="arrow" />
        {say({ zh: '还缺这些', en: 'What is missing' })}
      </h2>
      <ul>
        {lacks.map(({ id, text, remedy }) => (
          <li key={id}>
            <b>{sentence(say(text))}</b>
            {remedy && <p className="small">{sentence(say(remedy))}</p>}
          </li>
        ))}
      </ul>
    </div>
  );
}

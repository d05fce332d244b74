import { type GroupTimes, legOutcomes } from '#business/transfer/public';
import { useSay } from '../../ui/language.tsx';
import { nameOf } from './shown-times.ts';

/** What did not go as it should, said as plainly. */
export function Others({ others }: { readonly others: readonly GroupTimes[] }) {
  const say = useSay();
  if (others.length === 0) return null;
  return (
    <>
      <h3>{say({ zh: '没有办成的', en: 'What did not go through' })}</h3>
      <ul className="plain">
        {others.map((group) => (
          <li key={`${group.partner?.region} ${group.outcome}`}>
            {say(
              {
                zh: '{where}：{what}，至少 {n} 件，一半在 {days} 个工作日内有结果。',
                en: '{where}: {what}, at least {n}; half were told within {days} working days.',
              },
              {
                ...{ where: say(nameOf(group)), what: say(legOutcomes[group.outcome]) },
                ...{ n: group.transfers, days: group.median.working },
              },
            )}
          </li>
        ))}
      </ul>
    </>
  );
}

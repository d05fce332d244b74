import type { Say } from '../../ui/language.tsx';
import { type EstateSeen, livingIn } from './estate.tsx';

interface Known extends Pick<EstateSeen, 'diedOn' | 'deathTold' | 'established'> {
  readonly heirs: Pick<EstateSeen['heirs'], 'heirs' | 'division'>;
}

/** Why it cannot be handed in yet; empty where it can. */
export function lackingIn(of: Known, say: Say): readonly string[] {
  const living = livingIn(of.heirs);
  return [
    ...(of.diedOn === null
      ? [
          say(
            isDeathTold(of)
              ? { zh: '去世信息等我们登记', en: 'we still have to put the death on record' }
              : { zh: '去世信息还没有登记', en: 'the death is not on record' },
          ),
        ]
      : []),
    ...(of.established ? [] : [say({ zh: '亲属关系还没有确认', en: 'the relation is not confirmed' })]),
    ...(living.length === 0 ? [say({ zh: '还没有写下继承人', en: 'write down the heirs first' })] : []),
    ...(living.length > 0 && of.heirs.division === null
      ? [say({ zh: '份额还没有定', en: 'the shares are not set' })]
      : []),
  ];
}

/** With its proof: it waits for two officers. */
export function isDeathTold({ deathTold }: Pick<EstateSeen, 'deathTold'>): boolean {
  return deathTold?.missing === null;
}

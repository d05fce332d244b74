import type { EventCondition, EventFacts } from '../life-event.ts';
import type { Statement } from '../statements.ts';

/** What several events ask for. Each is true, false, or undefined while the record does not tell. */

/** Nothing is reported for a living person once a death is on record. */
export const alive = condition({
  id: 'alive',
  source: 'SIH-25',
  text: { zh: '没有登记参保人去世', en: 'No death of the insured person is on record' },
  remedy: {
    zh: '登记有误的，先请窗口更正死亡登记；确已去世的，由继承人办理后续事项。',
    en: 'Where that is a mistake, have the record of the death corrected first; otherwise the successors take over.',
  },
  met: ({ situation }) => situation.person.diedOn === null,
});

/** What would be recorded fits what is on record: nobody retires or is stopped after death, and the like. */
export const agreesWithRecord = condition({
  id: 'agrees-with-record',
  source: 'SIH-31',
  text: { zh: '与已登记的情况不矛盾', en: 'It agrees with what is on record' },
  remedy: {
    zh: '请核对日期；已登记的有误的，先更正那一条。',
    en: 'Check the days; where what is on record is wrong, have that corrected first.',
  },
  met: ({ contradictions }) => contradictions.length === 0,
});

export const insuranceActive = condition({
  id: 'insurance-active',
  source: 'SIH-10',
  text: { zh: '现在正常参保', en: 'The insurance is active now' },
  remedy: {
    zh: '已经停保、转出或终止的，不用再停。',
    en: 'Insurance that is suspended, transferred or ended already needs no stopping.',
  },
  met: ({ situation }) => is(situation.relationship?.status, 'active', situation.relationship === null),
});

/** A day that a record would carry has come by the day of the decision. */
export function dayHasCome<S extends Statement>(
  read: (statement: S) => string | null,
  said: Pick<EventCondition, 'id' | 'source' | 'text'>,
): EventCondition<S> {
  return {
    ...said,
    remedy: {
      zh: '等这一天到了再登记；可以先交材料。',
      en: 'It is recorded once that day has come; papers may be handed in before.',
    },
    met: ({ statement, onDate }: EventFacts<S>) => (read(statement) ?? '') <= onDate,
  };
}

/** Whether a status is this one; unknown where nobody recorded any, unless the person was never insured at all. */
export function is<T>(value: T | undefined, wanted: T, never: boolean): boolean | undefined {
  if (never) return false;
  return value === undefined ? undefined : value === wanted;
}

function condition(told: EventCondition): EventCondition {
  return told;
}

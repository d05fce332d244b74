import type { Text } from '#basics';
import type { ToldCondition } from '#engines/rules';
import type { Answers } from '../../ui/checker-answers.ts';
import type { Asked } from './request-of.ts';
import type { Verdict } from './verdict.ts';

/** Why the answer is no, or not yet: what follows "because", a clause for each thing that stands in the way. */
export function reasonsOf({ unmet }: Verdict, { answers }: Asked): readonly Text[] {
  return unmet.map((condition) => reasonOf(condition, answers));
}

function reasonOf({ id, text }: ToldCondition, answers: Answers): Text {
  if (id === 'filing-confirmed' && answers.filing === 'none') return notFiled;
  const { zh, en } = text;
  return reasons[id] ?? { zh: `这一条还没有满足：${zh}`, en: `this is not met yet: ${en}` };
}

const reasons: Readonly<Record<string, Text>> = {
  'removed-by-employer': {
    zh: '单位还没有把您从参保名单上减下来',
    en: 'your employer still has you on its insurance roster',
  },
  'insurance-stopped': {
    zh: '您在{city}的医保还在参保，没有停保',
    en: 'your insurance in {city} is still running',
  },
  'not-retired-here': {
    zh: '您已经退休，退休人员的医保留在本地，不转移',
    en: 'you are retired, and the cover of a retired person stays where it is',
  },
  'filing-confirmed': {
    zh: '长期异地就医备案还没有确认',
    en: 'your filing for treatment elsewhere is not confirmed yet',
  },
  'successor-established': {
    zh: '由谁继承，还没有确认',
    en: 'it has not been settled yet who inherits',
  },
  'request-documented': {
    zh: '对方医保还没有答复，我们也还没有催办过的记录',
    en: 'the other agency has not answered, and there is no record yet that we reminded it',
  },
};

const notFiled: Text = {
  zh: '您还没有办长期异地就医备案',
  en: 'you have not filed for long-term treatment elsewhere',
};

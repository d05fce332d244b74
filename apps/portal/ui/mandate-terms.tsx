import { plainDate, type Text } from '#basics';
import type { Answer } from './api.ts';
import { showDate } from './dates.ts';
import { useLanguage, useSay } from './language.tsx';
import { sentence } from './sentence.ts';

/** In what somebody may act, in one case or all, and until when. */
export function MandateTerms({
  mandate,
}: {
  readonly mandate: Pick<Answer<'GET /mandates'>['items'][number], 'scope' | 'caseNumber' | 'untilOn'>;
}) {
  const say = useSay();
  const language = useLanguage();
  const { scope, caseNumber, untilOn } = mandate;
  const what = scope.map(({ name }) => say(name)).join(say(comma));
  return (
    <>
      {sentence(what)}
      {caseNumber !== null && ` · ${say(onlyCase, { caseNumber })}`}
      {' · '}
      <span className="nb">
        {untilOn === null ? say(noEnd) : say(until, { day: showDate(plainDate(untilOn), language) })}
      </span>
    </>
  );
}

const comma: Text = { zh: '、', en: ', ' };
const onlyCase: Text = { zh: '只限 {caseNumber} 这一件', en: 'only case {caseNumber}' };
const until: Text = { zh: '到{day}为止', en: 'until {day}' };
const noEnd: Text = { zh: '没有写期限，可以随时终止', en: 'no end date; it can be ended at any time' };

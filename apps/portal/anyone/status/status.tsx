import { useEffect, useState } from 'react';
import type { WhereItIs } from '#business/tracking/public';
import { ask } from '../../ui/ask.ts';
import { Bar, Foot } from '../../ui/bar.tsx';
import { useLanguage } from '../../ui/language.tsx';
import type { Language } from '../../ui/languages.ts';
import { AskForm } from './ask-form.tsx';
import { nothingFilled, numberIn, type Question } from './asked.ts';
import { Told } from './told.tsx';
import { lastsMs, putTold, takeTold } from './told-along.ts';

/**
 * Where a case is, by its number and a second factor. What is filled in goes to the agency in the body of one request, stands in no
 * address, and is gone with the page; what was told goes along to the other language. The code on a receipt brings the number along behind the `#`, from where it is taken at once.
 */
export function Status() {
  const [filled, setFilled] = useState(nothingFilled);
  const [told, setTold] = useState<WhereItIs | null>(null);
  const language = useLanguage();
  useEffect(() => {
    const before = takeTold(language, { now: new Date() });
    if (before) return setTold(before);
    const number = numberIn(location.hash);
    if (number === '') return;
    setFilled({ ...nothingFilled, number });
    history.replaceState(history.state, '', location.pathname);
  }, [language]);
  async function onAsk(question: Question) {
    const answer = await ask<WhereItIs>('/tracking', question);
    if (!answer.ok) return answer.refused;
    setTold(answer.value);
    return null;
  }
  function onLanguage(other: Language) {
    putTold(told, other, { now: new Date() });
    // Where it does not open, since the connection is gone or somebody thought better of it.
    setTimeout(() => takeTold(other, { now: new Date() }), lastsMs);
  }
  function onOther() {
    setFilled(nothingFilled);
    setTold(null);
  }
  return (
    <>
      <Bar path="status" onOther={onLanguage} />
      {told ? (
        <Told told={told} onOther={onOther} />
      ) : (
        <AskForm filled={filled} onFill={setFilled} onAsk={onAsk} />
      )}
      <Foot />
    </>
  );
}

import { useEffect, useState } from 'react';
import type { WhereItIs } from '#business/tracking/public';
import { ask } from '../../ui/ask.ts';
import { Bar, Foot } from '../../ui/bar.tsx';
import { AskForm } from './ask-form.tsx';
import { nothingFilled, numberIn, type Question } from './asked.ts';
import { Told } from './told.tsx';

/**
 * Where a case is, by its number and a second factor. What is filled in goes to the agency in the body of one request, stands in no
 * address, and is gone with the page. The code on a receipt brings the number along behind the `#`, from where it is taken at once.
 */
export function Status() {
  const [filled, setFilled] = useState(nothingFilled);
  const [told, setTold] = useState<WhereItIs | null>(null);
  useEffect(() => {
    const number = numberIn(location.hash);
    if (number === '') return;
    setFilled({ ...nothingFilled, number });
    history.replaceState(history.state, '', location.pathname);
  }, []);
  async function onAsk(question: Question) {
    const answer = await ask<WhereItIs>('/tracking', question);
    if (!answer.ok) return answer.refused;
    setTold(answer.value);
    return null;
  }
  function onOther() {
    setFilled(nothingFilled);
    setTold(null);
  }
  return (
    <>
      <Bar path="status" />
      {told ? (
        <Told told={told} onOther={onOther} />
      ) : (
        <AskForm filled={filled} onFill={setFilled} onAsk={onAsk} />
      )}
      <Foot />
    </>
  );
}

import { useEffect, useState } from 'react';
import type { WhereItIs } from '#business/tracking/public';
import { ask } from '../../ui/ask.ts';
import { Bar, Foot } from '../../ui/bar.tsx';
import { AskForm } from './ask-form.tsx';
import { nothingFilled, type Question } from './asked.ts';
import { Told } from './told.tsx';

/**
 * Where a case is, by its number and a second factor. What is filled in goes to the agency in the body of one request, stands in no
 * address, and is gone with the page.
 */
export function Status() {
  const [filled, setFilled] = useState(nothingFilled);
  const [told, setTold] = useState<WhereItIs | null>(null);
  // The number of a receipt's code stands behind the `#`; whoever read it in gives the second factor.
  useEffect(() => {
    const number = new URLSearchParams(location.hash.slice(1)).get('number');
    if (number) setFilled((before) => ({ ...before, number: number.slice(0, 40) }));
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

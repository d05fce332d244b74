import { startTransition, useEffect, useState } from 'react';

/** Does what need not be waited for, once what is there has been painted; answers how to call it off. */
export function afterPaint(work: () => void): () => void {
  // A frame's own work comes before its painting, and a timer after it.
  let timer = 0;
  const frame = requestAnimationFrame(() => {
    timer = window.setTimeout(work);
  });
  return () => {
    cancelAnimationFrame(frame);
    clearTimeout(timer);
  };
}

/** False until what is there has been painted once, after it came to be seen. */
export function useAfterPaint(seen: boolean): boolean {
  const [painted, setPainted] = useState(false);
  useEffect(() => (seen ? afterPaint(() => startTransition(() => setPainted(true))) : undefined), [seen]);
  return painted;
}

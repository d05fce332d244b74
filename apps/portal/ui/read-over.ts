import { useEffect, useState } from 'react';
import { useLocation, useNavigate } from 'react-router';
import { newKey } from './api.ts';
import { heldBy, type ReadOver } from './read-once.ts';

/**
 * What is read over once more before it is sent, on the same page: the way back leads to the fields as they were filled in. It stays
 * on the page and stands in nothing that the browser keeps, so that after a reload the fields are asked again, where they were asked
 * before.
 */
export function useReadOver<T>() {
  const { pathname, state } = useLocation();
  const navigate = useNavigate();
  const [filled, setFilled] = useState<ReadOver<T> | null>(null);
  const held = heldBy(filled, state);
  // Back at the fields it may be changed: the way forward then leads to no former answer.
  useEffect(() => {
    setFilled((last) => (heldBy(last, state).isOpen ? last : null));
  }, [state]);
  // What was read over here is gone: the fields before it are asked, and no step of empty ones lies behind them.
  useEffect(() => {
    if (held.isGone) void navigate(-1);
  }, [held.isGone, navigate]);
  return {
    readOver: held.value,
    check(next: T): void {
      const token = newKey();
      setFilled({ token, value: next });
      void navigate(pathname, { state: { readingOver: token } });
    },
  };
}

import { useEffect, useState } from 'react';
import { useLocation, useNavigate } from 'react-router';

/**
 * What is read over once more before it is sent, on the same page: the way back leads to the fields as they were filled in. It stays
 * on the page and stands in nothing that the browser keeps, so that after a reload the fields are asked again.
 */
export function useReadOver<T>() {
  const { pathname, state } = useLocation();
  const navigate = useNavigate();
  const [filled, setFilled] = useState<T | null>(null);
  // Back at the fields it may be changed: the way forward then leads to no former answer.
  useEffect(() => {
    if (state !== readingOver) setFilled(null);
  }, [state]);
  return {
    readOver: state === readingOver ? filled : null,
    check(next: T): void {
      setFilled(next);
      void navigate(pathname, { state: readingOver });
    },
  };
}

const readingOver = 'reading-over';

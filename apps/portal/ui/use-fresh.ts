import { useEffect, useState } from 'react';
import { quick } from './quick-presses.ts';

/** Whether it came up this moment: the second of two quick presses, meant for the page before, has read nothing. */
export function useFresh(): boolean {
  const [fresh, setFresh] = useState(true);
  useEffect(() => {
    const timer = setTimeout(() => setFresh(false), quick);
    return () => clearTimeout(timer);
  }, []);
  return fresh;
}

import { useEffect, useState } from 'react';

const signs = ['pointerdown', 'keydown', 'scroll', 'focus'] as const;

/**
 * Whether somebody has touched the page within these minutes. A page that nobody uses asks nothing by itself: each question would
 * keep its session open, for whoever sits down at the device next.
 */
export function useInUse(minutes: number): boolean {
  const [inUse, setInUse] = useState(true);
  useEffect(() => {
    let timer = 0;
    const used = () => {
      clearTimeout(timer);
      timer = window.setTimeout(() => setInUse(false), minutes * 60_000);
      setInUse(true);
    };
    used();
    for (const sign of signs) addEventListener(sign, used, { passive: true });
    return () => {
      clearTimeout(timer);
      for (const sign of signs) removeEventListener(sign, used);
    };
  }, [minutes]);
  return inUse;
}

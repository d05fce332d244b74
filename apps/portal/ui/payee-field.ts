import { useEffect } from 'react';
import { useLocation } from 'react-router';

/** By which a field of an account is found on its page, and behind the `#` of the address. */
export function fieldId(path: string): string {
  return `payee-${path.replaceAll('.', '-')}`;
}

/** The field to which a link led takes the focus, in place of the heading of the page. */
export function useWantedField(): void {
  const { hash } = useLocation();
  useEffect(() => {
    if (!hash.startsWith('#payee-')) return;
    // A new page begins at its top; the field comes into view after that.
    const frame = requestAnimationFrame(() => document.getElementById(hash.slice(1))?.focus());
    return () => cancelAnimationFrame(frame);
  }, [hash]);
}

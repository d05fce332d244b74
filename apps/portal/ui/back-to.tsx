import { Link } from 'react-router';
import { Icon } from './icons.tsx';

/** The way up, in words. */
export function BackTo({ to, children }: { readonly to: string; readonly children: string }) {
  return (
    <Link className="back" to={to}>
      <Icon name="back" />
      {children}
    </Link>
  );
}

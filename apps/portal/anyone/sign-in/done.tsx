import { Link } from 'react-router';
import type { Text } from '#basics';
import { Heading } from '../../ui/heading.tsx';
import { useSay } from '../../ui/language.tsx';
import { useWanted } from '../../ui/wanted.ts';

/** That a login or its new password is there, and the way to sign in on the page that they came for. */
export function Done({ title, name }: { readonly title: Text; readonly name?: string }) {
  const say = useSay();
  const wanted = useWanted();
  return (
    <main id="main" className="narrow">
      <Heading>{say(title)}</Heading>
      {name && (
        <p>
          <b>{name}</b>
        </p>
      )}
      <p className="muted">{say({ zh: '现在可以登录了。', en: 'You can sign in now.' })}</p>
      <Link className="btn primary wide" to={wanted}>
        {say({ zh: '去登录', en: 'Sign in' })}
      </Link>
    </main>
  );
}

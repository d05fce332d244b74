import { Link } from 'react-router';
import { Icon } from './icons.tsx';
import { useSay } from './language.tsx';
import { fieldId } from './payee-field.ts';

/** By which the button that confirms an account says that there is something to mind. */
export const doubtsId = 'payee-doubts';

/** What makes an account doubtful though it may be right: beside it, with the way to put it right, and keeping nobody from going on. */
export function PayeeDoubts({
  of,
  change = null,
}: {
  readonly of: readonly string[];
  /** Where it is changed, by its address below `homeOfMy`; null where the fields or another way stand beside it. */
  readonly change?: string | null;
}) {
  const say = useSay();
  if (of.length === 0) return null;
  return (
    <div className="doubts" role="status" id={doubtsId}>
      <DoubtLines {...{ of }} />
      {change !== null && (
        <Link to={`${change}#${fieldId('accountNumber')}`}>
          {say({ zh: '修改账户', en: 'Edit the account' })}
        </Link>
      )}
    </div>
  );
}

/** The doubts themselves, where several accounts stand on a page. */
export function DoubtLines({ of }: { readonly of: readonly string[] }) {
  const say = useSay();
  return of.map((doubt) => (
    <p key={doubt}>
      <Icon name="warn" />
      <span>
        <span className="vh">{say({ zh: '请注意：', en: 'Warning: ' })}</span>
        {doubt}
      </span>
    </p>
  ));
}

import { useQueryClient } from '@tanstack/react-query';
import { createContext, useContext } from 'react';
import { Link, Outlet } from 'react-router';
import { useAsk } from '../ui/asking.ts';
import { useActing } from '../ui/capacity.tsx';
import { useChosen } from '../ui/chosen.tsx';
import { Heading } from '../ui/heading.tsx';
import { useSay } from '../ui/language.tsx';
import { pageOf } from '../ui/links.ts';
import { LeavingProvider } from './leaving-draft.tsx';

const Current = createContext<string>('');

/** Whose pages these are, by the employer's id. */
export function useEmployer(): string {
  return useContext(Current);
}

/** What follows when something of the staff has changed: every list of them is asked for again. */
export function useStaffChanged(): () => void {
  const client = useQueryClient();
  const ofStaff = {
    predicate: ({ queryKey }: { readonly queryKey: readonly unknown[] }) =>
      / \/employers\//.test(String(queryKey[0])), // a search by name is no GET
  };
  return () => {
    client.removeQueries({ ...ofStaff, type: 'inactive' });
    void client.invalidateQueries(ofStaff);
  };
}

/** The pages of one employer; a login that acts for several says for which first. */
export function OfEmployer() {
  const { personIds } = useActing();
  const { chosen, choose } = useChosen(personIds);
  const say = useSay();
  if (personIds.length === 0)
    return (
      <main id="main" className="narrow">
        <Heading>{say({ zh: '经办人的授权已经结束', en: 'You no longer act for the employer' })}</Heading>
        <p className="muted">
          {say({
            zh: '单位给您的授权到期了，或者已经终止。已经申报的照常办理；还要经办的，请单位重新给您一个委托码。',
            en: 'Your authority from the employer has run out or was ended. What you reported goes on. To act again, ask the employer for a new code.',
          })}
        </p>
        <Link className="btn" to={pageOf.capacities()}>
          {say({ zh: '换一个身份', en: 'Change the capacity' })}
        </Link>
      </main>
    );
  if (chosen === null)
    return (
      <main id="main" className="narrow">
        <Heading>{say({ zh: '看哪个单位', en: 'Which employer' })}</Heading>
        <ul className="whose">
          {personIds.map((employerId) => (
            <li key={employerId}>
              <button type="button" className="btn wide" onClick={() => choose(employerId)}>
                <EmployerName employerId={employerId} />
              </button>
            </li>
          ))}
        </ul>
      </main>
    );
  return (
    <LeavingProvider key={chosen} employerId={chosen}>
      <Current.Provider value={chosen}>
        {personIds.length > 1 && (
          <aside className="acting-as" aria-label={say({ zh: '哪个单位', en: 'Which employer' })}>
            <b>
              <EmployerName employerId={chosen} />
            </b>
            <button type="button" className="link" onClick={() => choose(null)}>
              {say({ zh: '看另一个单位', en: 'Another employer' })}
            </button>
          </aside>
        )}
        <Outlet />
      </Current.Provider>
    </LeavingProvider>
  );
}

function EmployerName({ employerId }: { readonly employerId: string }) {
  const params = { employerId };
  const { data } = useAsk('GET /employers/{employerId}/staff-reports', { params, query: { limit: 1 } });
  return data?.employer.name ?? '…';
}

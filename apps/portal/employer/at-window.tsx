import { Heading } from '../ui/heading.tsx';
import { useSay } from '../ui/language.tsx';

/** What an employer reports is taken at the window. */
export function EmployerAtWindow() {
  const say = useSay();
  return (
    <main id="main" className="narrow">
      <Heading>{say({ zh: '单位', en: 'Employer' })}</Heading>
      <p>
        {say({
          zh: '减员请带盖章的申报表到窗口办理。',
          en: 'To take staff off your roster, come to the window with the sealed list.',
        })}
      </p>
    </main>
  );
}

import { Link, useNavigate } from 'react-router';
import { Asked } from '../ui/asked.tsx';
import { useChosen } from '../ui/chosen.tsx';
import { Heading } from '../ui/heading.tsx';
import { Icon } from '../ui/icons.tsx';
import { useSay } from '../ui/language.tsx';
import { pageOf } from '../ui/links.ts';
import { MandateTerms } from '../ui/mandate-terms.tsx';
import { type Mandate, type Principal, principalsIn, useHeldMandates } from './held-mandates.ts';

/** For whom this login acts, in what and until when; what is over stands below, so that nobody wonders where it went. */
export function WhomPage() {
  const say = useSay();
  const held = useHeldMandates();
  return (
    <main id="main" className="reading">
      <Heading>{say({ zh: '我代办的人', en: 'Whom I act for' })}</Heading>
      <Asked of={held}>
        {({ items }) => {
          const principals = principalsIn(items);
          return (
            <>
              {principals.length === 0 && (
                <section className="card pad">
                  <p>
                    {say({
                      zh: '现在没有有效的委托，看不到任何人的账户和办理。',
                      en: 'You have no valid mandate now, so you cannot see anybody’s account or cases.',
                    })}
                  </p>
                </section>
              )}
              {principals.map((principal) => (
                <Card key={principal.ownerId} {...{ principal, principals }} />
              ))}
              <Over mandates={items.filter(({ status }) => status !== 'holds')} />
              <p className="others">
                <Link to={pageOf.capacities()}>
                  <Icon name="next" />
                  {say({ zh: '有新的委托码：接受委托', en: 'I have a new code: accept a mandate' })}
                </Link>
              </p>
            </>
          );
        }}
      </Asked>
    </main>
  );
}

function Card({
  principal,
  principals,
}: {
  readonly principal: Principal;
  readonly principals: readonly Principal[];
}) {
  const say = useSay();
  const navigate = useNavigate();
  const { choose } = useChosen(principals.map(({ ownerId }) => ownerId));
  const { ownerId, name, mandates, acts, sees } = principal;
  const person = ownerId.startsWith('psn_');
  function open(): void {
    choose(ownerId);
    void navigate(acts ? pageOf.cases() : pageOf.account());
  }
  return (
    <section className="card pad principal">
      <h2>{name}</h2>
      <ul className="acting-terms">
        {mandates.map((mandate) => (
          <li key={mandate.mandateId}>
            <MandateTerms mandate={mandate} />
          </li>
        ))}
      </ul>
      {person && (acts || sees) && (
        <button type="button" className="btn primary" onClick={open}>
          {say({ zh: '替{name}办事', en: 'Act for {name}' }, { name })}
        </button>
      )}
      {!person && (
        <p className="small muted">
          {mandates.some(({ caseNumber, scope }) => caseNumber === null && scope.some(isStaff)) ? (
            <Link to={pageOf.capacities()}>
              {say({ zh: '换为“单位”身份办理', en: 'Change to “Employer” to act' })}
            </Link>
          ) : (
            say({
              zh: '单位委托的这些事项，请带上证件到窗口办理。',
              en: 'What this employer lets you do is done at a window; bring your identity document.',
            })
          )}
        </p>
      )}
    </section>
  );
}

const isStaff = ({ id }: { readonly id: string }) => id === 'staff-reduction';

function Over({ mandates }: { readonly mandates: readonly Mandate[] }) {
  const say = useSay();
  if (mandates.length === 0) return null;
  return (
    <section className="group">
      <h2>{say({ zh: '已经失效的委托', en: 'Past mandates' })}</h2>
      <ul className="case-list">
        {mandates.map((mandate) => (
          <li key={mandate.mandateId} className="card pad">
            <span className="case-top">
              <b>{mandate.ownerName}</b>
              <span className="tag">{say(mandate.statusName)}</span>
            </span>
            <span className="small muted">
              <MandateTerms mandate={mandate} />
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}

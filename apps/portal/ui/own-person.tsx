import type { ReactNode } from 'react';
import { useAsk } from './asking.ts';
import { useActing } from './capacity.tsx';
import { useChosen } from './chosen.tsx';
import { Heading } from './heading.tsx';
import { useSay } from './language.tsx';
import { PersonProvider } from './person.tsx';

/** The pages of one insured person. A login that stands for several, a child's beside a parent's, says for whom first. */
export function OwnPerson({ children }: { readonly children: ReactNode }) {
  const { personIds } = useActing();
  const { chosen: person, choose } = useChosen(personIds);
  if (person === null) return <Whose {...{ personIds }} onChoose={choose} />;
  return (
    <>
      {personIds.length > 1 && <Chosen {...{ person }} onOther={() => choose(null)} />}
      <PersonProvider key={person} value={person}>
        {children}
      </PersonProvider>
    </>
  );
}

function Whose(asked: {
  readonly personIds: readonly string[];
  readonly onChoose: (personId: string) => void;
}) {
  const say = useSay();
  return (
    <main id="main" className="narrow">
      <Heading>{say({ zh: '看谁的账户', en: 'Whose account' })}</Heading>
      <ul className="whose">
        {asked.personIds.map((personId) => (
          <li key={personId}>
            <button type="button" className="btn wide" onClick={() => asked.onChoose(personId)}>
              <Name personId={personId} />
            </button>
          </li>
        ))}
      </ul>
    </main>
  );
}

function Chosen({ person, onOther }: { readonly person: string; readonly onOther: () => void }) {
  const say = useSay();
  return (
    <aside className="acting-as" aria-label={say({ zh: '谁的账户', en: 'Whose account' })}>
      {say({ zh: '账户：', en: 'Account of ' })}
      <Name personId={person} />
      <button type="button" className="link" onClick={onOther}>
        {say({ zh: '看另一位', en: 'Another person' })}
      </button>
    </aside>
  );
}

/** As the agency shows them, with the end of their document where two are called alike. */
function Name({ personId }: { readonly personId: string }) {
  const { data } = useAsk('GET /people/{personId}', { params: { personId } });
  return <b>{data ? `${data.name} ${data.documents[0]?.number.slice(-4) ?? ''}` : '…'}</b>;
}

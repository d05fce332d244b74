import { useState } from 'react';
import { useLocation, useNavigate } from 'react-router';
import { saidLeftOn } from '#business/withdrawal/public';
import { Asked } from '../../ui/asked.tsx';
import { useWrite } from '../../ui/asking.ts';
import { Choices } from '../../ui/choices.tsx';
import { showDate } from '../../ui/dates.ts';
import { useLanguage, useSay } from '../../ui/language.tsx';
import { pageOf } from '../../ui/links.ts';
import { usePerson } from '../../ui/person.tsx';
import { ProblemBox } from '../../ui/problem-box.tsx';
import { Question } from '../../ui/question.tsx';
import { useSite } from '../../ui/site.tsx';
import type { Ground } from './assessed.ts';
import { type Brought, broughtAlong } from './brought-along.ts';
import { fitting } from './fitting.ts';
import { GoOn } from './go-on.tsx';
import { groundName, standing } from './ground-words.ts';
import { useDiffering, useGrounds } from './on-record.ts';
import { useSpokenTo } from './spoken-to.ts';

/** Where an application begins: on which ground, with what the checker was told and what the record says. */
export function StartPage() {
  const { grounds, asked } = useGrounds();
  if (grounds) return <Start grounds={grounds} />;
  return (
    <main id="main" className="narrow">
      <Asked of={asked}>{() => null}</Asked>
    </main>
  );
}

function Start({ grounds }: { readonly grounds: readonly Ground[] }) {
  const say = useSay();
  const personId = usePerson();
  const navigate = useNavigate();
  const brought = broughtAlong(useLocation().hash, grounds);
  const { why } = useSpokenTo();
  const [chosen, setChosen] = useState(brought.ground ?? onlyOpen(grounds));
  const [tried, setTried] = useState(false);
  const begin = useWrite('POST /withdrawal-drafts', ({ draftId }) => navigate(pageOf.applying(draftId)));
  const problem = tried && chosen === null ? say(chooseGround) : null;
  function go(): void {
    setTried(true);
    if (chosen !== null)
      begin.send({ body: { personId, content: { ground: chosen, answers: brought.answers } } });
  }
  return (
    <Question
      title={say(why)}
      help={say(howItGoes)}
      back={{ to: pageOf.account(), says: say({ zh: '我的账户', en: 'My account' }) }}
      problems={problem === null ? [] : [{ field: `ground-${grounds[0]?.id}`, says: problem }]}
      busy={begin.busy}
      onGo={go}
      before={
        <>
          <ProblemBox problem={begin.problem} />
          <GoOn />
          {brought.ground && <BroughtAlong {...{ brought, grounds }} />}
        </>
      }
    >
      <GroundChoices {...{ grounds, chosen, problem }} onChoose={setChosen} />
    </Question>
  );
}

/** What the checker was told stands here already, so that nobody says it twice. */
function BroughtAlong({
  brought,
  grounds,
}: {
  readonly brought: Brought;
  readonly grounds: readonly Ground[];
}) {
  const say = useSay();
  const { city } = useSite();
  const ground = grounds.find(({ id }) => id === brought.ground);
  const differences = useDiffering(ground, { answers: brought.answers });
  const language = useLanguage();
  const left = saidLeftOn({ ...brought, ground: brought.ground ?? undefined });
  return (
    <p className="note small">
      {say(broughtWords)}
      {left !== null && say(broughtDay, { day: showDate(left, language) })}
      {differences.length > 0 && (
        <>
          <br />
          {say(broughtAgainst, {
            asked: differences.map(({ asked }) => say(asked, { city: say(city) })).join(' '),
            instead: ground && fitting(grounds, ground).length > 0 ? say(orAsRecorded) : '',
          })}
        </>
      )}
    </p>
  );
}

/** The grounds, each with how the record bears it out. */
export function GroundChoices(choosing: {
  readonly grounds: readonly Ground[];
  readonly chosen: string | null;
  readonly problem: string | null;
  readonly onChoose: (id: string) => void;
}) {
  const { grounds, chosen, problem, onChoose } = choosing;
  const say = useSay();
  const spoken = useSpokenTo();
  return (
    <Choices
      name="ground"
      of={grounds.map((ground) => ({
        ...{
          id: ground.id,
          label: groundName(ground, { say, grounds: spoken.grounds }),
          hint: standing(ground, say),
        },
      }))}
      {...{ chosen, problem, onChoose }}
    />
  );
}

function onlyOpen(grounds: readonly Ground[]): string | null {
  const open = grounds.filter(({ status }) => status === 'open');
  return open.length === 1 ? (open[0]?.id ?? null) : null;
}

export const chooseGround = { zh: '请选一种情况', en: 'Choose your situation' };
const howItGoes = {
  zh: '大约 10 分钟。填的随时自动保存，可以换一台设备接着填。',
  en: 'It takes about ten minutes. Everything is saved as you go, and you can go on with it on another device.',
};
const broughtWords = {
  zh: '已按您刚才自查的结果选好。',
  en: 'Chosen from the answers you have just given.',
};
const broughtAgainst = {
  zh: '但有的回答和我们的登记不一样：{asked}{instead}接着选这一种，下一步会一条条列出来。',
  en: 'But some of your answers differ from our record: {asked}{instead} If you go on with this one, the next step lists each of them.',
};
// Only where a ground below fits the record.
const orAsRecorded = {
  zh: '按登记选也可以，下面标着登记的情况；',
  en: ' You can choose what is on record instead, which is marked below.',
};
const broughtDay = {
  zh: '离境的日子也带来了：{day}。',
  en: ' Your day of leaving is filled in too: {day}.',
};

import { useState } from 'react';
import { useNavigate } from 'react-router';
import { relationNames, relations } from '#business/succession/public';
import { Choices } from '../../ui/choices.tsx';
import { DayField } from '../../ui/day-field.tsx';
import { EntryField } from '../../ui/entry-field.tsx';
import type { FieldProblem } from '../../ui/error-summary.tsx';
import { useSay } from '../../ui/language.tsx';
import { pageOf } from '../../ui/links.ts';
import { ProblemBox } from '../../ui/problem-box.tsx';
import { Question } from '../../ui/question.tsx';
import { SavedLine } from '../../ui/saved-line.tsx';
import { sentence } from '../../ui/sentence.ts';
import { useToday } from '../../ui/today.ts';
import { type EstateSeen, useAskedAgain, WithEstate } from './estate.tsx';
import { useEstateWrite } from './estate-write.tsx';
import { GuardianFields, MoreAbout, ProofField } from './heir-fields.tsx';
import { heirOf, isChild, lackingIn, nobodyTyped, type TypedHeir } from './typed-heir.ts';
import { type Typing, WithTyping } from './typing.tsx';

/** One heir: first whoever applies, then the others, one a page. */
export function HeirPage() {
  return (
    <WithEstate>
      {(seen) => (
        <WithTyping<TypedHeir>
          seen={seen}
          of={`heir.${seen.heirs.heirs.length}`}
          key={seen.heirs.heirs.length}
        >
          {(typing) => <Writing {...{ seen, typing }} />}
        </WithTyping>
      )}
    </WithEstate>
  );
}

interface Writes {
  readonly seen: EstateSeen;
  readonly typing: Typing<TypedHeir>;
}

/** What is typed of one heir, kept as it is typed, and its recording. */
function useWriting({ seen, typing }: Writes, self: boolean) {
  const say = useSay();
  const navigate = useNavigate();
  const again = useAskedAgain();
  const today = useToday();
  const [typed, setTyped] = useState<TypedHeir>(() => ({
    ...nobodyTyped,
    ...(self ? seen.heirs.asker : null), // as two officers confirmed it; theirs to change
    ...typing.before,
    self,
  }));
  const [problems, setProblems] = useState<readonly FieldProblem[]>([]);
  const { send, busy, problem } = useEstateWrite(seen, 'POST /withdrawals/{number}/heirs', async () => {
    await typing.clear();
    await again();
    await navigate(pageOf.estate(seen.number));
  });
  return {
    ...{ typed, problems, busy, problem: problems.length === 0 ? problem : null },
    type(change: Partial<TypedHeir>): void {
      const next = { ...typed, ...change };
      setTyped(next);
      typing.write(next);
    },
    problemAt: (field: string) => problems.find((one) => one.field === field)?.says ?? null,
    go(): void {
      const lacking = lackingIn(typed, today).map(({ field, says }) => ({ field, says: say(says) }));
      setProblems(lacking);
      if (lacking.length > 0) return;
      // Equal by law until somebody says otherwise, so that the shares stand there from the first heir on.
      send({ params: { number: seen.number }, body: { ...heirOf(typed, today), divideEqually: true } });
    },
  };
}

function Writing({ seen, typing }: Writes) {
  const say = useSay();
  const self = !seen.heirs.heirs.some(({ yours, word }) => yours && word !== 'struck');
  const { typed, type, problems, problemAt, problem, busy, go } = useWriting({ seen, typing }, self);
  const words = self ? ofOneself : ofAnother;
  return (
    <Question
      title={say(words.title)}
      help={say(words.help)}
      back={{ to: pageOf.estate(seen.number), says: say({ zh: '返回', en: 'Back' }) }}
      {...{ problems, busy }}
      onward={say({ zh: '保存这一位', en: 'Save' })}
      onGo={go}
      after={
        <>
          <ProblemBox problem={problem} />
          <SavedLine {...typing.saved} />
        </>
      }
    >
      <EntryField
        id="heir-name"
        label={say({ zh: '姓名', en: 'Name' })}
        help={say(words.name)}
        value={typed.name}
        maxLength={70}
        autoComplete={self ? 'name' : 'off'}
        problem={problemAt('heir-name')}
        onValue={(name) => type({ name })}
      />
      <RelationAndBirth {...{ seen, self, typed, problemAt, type }} legend={say(words.relation)} />
      <ProofField
        id="proof"
        label={say(words.proof)}
        value={typed.proof}
        withRelation={
          !seen.established && seen.papers.some(({ materialId }) => materialId === 'succession-proof')
        }
        problem={problemAt('proof')}
        onValue={(proof) => type({ proof })}
      />
    </Question>
  );
}

function RelationAndBirth(fields: {
  readonly seen: EstateSeen;
  readonly self: boolean;
  readonly legend: string;
  readonly typed: TypedHeir;
  readonly problemAt: (field: string) => string | null;
  readonly type: (change: Partial<TypedHeir>) => void;
}) {
  const { legend, typed, problemAt, type } = fields;
  const say = useSay();
  const today = useToday();
  return (
    <>
      <fieldset className="inner">
        <legend>{legend}</legend>
        <Choices
          name="relation"
          of={relations.map((id) => ({ id, label: sentence(say(relationNames[id])) }))}
          chosen={typed.relation}
          problem={problemAt('relation-spouse')}
          onChoose={(id) => type({ relation: relations.find((one) => one === id) ?? null })}
        />
      </fieldset>
      <MoreAbout {...fields} />
      <fieldset className="inner">
        <legend>{say({ zh: '出生日期', en: 'Day of birth' })}</legend>
        <p className="help">
          {say({
            zh: '未满 18 岁的要填，由监护人代领',
            en: 'Needed if under 18: a guardian receives the share',
          })}
        </p>
        <DayField
          id="born"
          value={typed.born}
          problem={problemAt('born')}
          onChange={(born) => type({ born })}
        />
      </fieldset>
      {isChild(typed, today) && !typed.diedBefore && <GuardianFields {...{ typed, problemAt, type }} />}
    </>
  );
}

const ofOneself = {
  title: { zh: '先写您自己', en: 'First, yourself' },
  help: { zh: '您就是提出申请的人。', en: 'You are the one who applies.' },
  relation: { zh: '您是逝者的', en: 'You are their' },
  name: {
    zh: '和证件上一样；您的收款账户要用这个名字',
    en: 'As your document has it; your account must be in this name',
  },
  proof: { zh: '用什么证明您和逝者的关系', en: 'What shows how you are related' },
};
const ofAnother = {
  title: { zh: '还有哪一位继承人？', en: 'Who else inherits?' },
  help: {
    zh: '一页写一位。已经去世的子女也要写，由他的子女代位。',
    en: 'One per page. Also write down a child who died earlier: that child’s own children take their place.',
  },
  relation: { zh: '是逝者的', en: 'They are the' },
  name: {
    zh: '和证件上一样；本人的收款账户要用这个名字',
    en: 'As the document has it; an account of their own must be in this name',
  },
  proof: { zh: '用什么证明和逝者的关系', en: 'What shows how they are related' },
};

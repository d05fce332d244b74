import { useState } from 'react';
import { useNavigate } from 'react-router';
import type { Text } from '#basics';
import { Choices } from '../../ui/choices.tsx';
import { EntryField } from '../../ui/entry-field.tsx';
import type { FieldProblem } from '../../ui/error-summary.tsx';
import { type Say, useSay } from '../../ui/language.tsx';
import { pageOf } from '../../ui/links.ts';
import { yuan } from '../../ui/money.tsx';
import { ProblemBox } from '../../ui/problem-box.tsx';
import { Question } from '../../ui/question.tsx';
import { amountsOf, type BarPart, LeftOver, ShareBar, SumLine } from '../../ui/share-bar.tsx';
import { readShare, sumUp, written } from '../../ui/shares.ts';
import { type EstateSeen, type Heir, livingIn, totalOf, useAskedAgain, WithEstate } from './estate.tsx';
import { useEstateWrite } from './estate-write.tsx';
import { standingOf } from './standing.ts';

/** How the account is divided: equally by law, or as an agreement, a will or a court says; the bar must be one. */
export function SharesPage() {
  return <WithEstate>{(seen) => <Sharing seen={seen} />}</WithEstate>;
}

type Basis = 'equal' | 'agreement' | 'will' | 'court';

/** How it is to be shared, as it is written, and its recording. */
function useSharing(seen: EstateSeen) {
  const say = useSay();
  const navigate = useNavigate();
  const again = useAskedAgain();
  const { division } = seen.heirs;
  const sharing = livingIn(seen.heirs).filter(({ word }) => word !== 'waive' && word !== 'disqualified');
  const [basis, setBasis] = useState<Basis>(
    () => bases.find(({ id }) => id === division?.basis)?.id ?? 'equal',
  );
  const [shares, setShares] = useState<Readonly<Record<string, string>>>(() =>
    Object.fromEntries(division?.shares.map(({ successorId, share }) => [successorId, tidy(share)]) ?? []),
  );
  const [paper, setPaper] = useState('');
  const [problems, setProblems] = useState<readonly FieldProblem[]>([]);
  const onward = async () => {
    await again();
    await navigate(pageOf.estate(seen.number));
  };
  const { send, busy, problem } = useEstateWrite(seen, 'POST /withdrawals/{number}/divisions', onward);
  const parts = partsOf(sharing, shares);
  function go(): void {
    const lacking = basis === 'equal' ? [] : lackingIn({ parts, paper }, say);
    setProblems(lacking);
    if (lacking.length > 0) return;
    const given = parts
      .filter(({ share }) => share.trim() !== '')
      .map(({ id, share }) => ({ successorId: id, share: tidy(share) }));
    // Whoever writes down what was agreed on agrees to it with the same step.
    const agree = basis === 'agreement' && sharing.some(({ yours }) => yours);
    const body =
      basis === 'equal' ? { basis } : { basis, shares: given, paperReference: paper.trim(), agree };
    send({ params: { number: seen.number }, body });
  }
  const problemAt = (field: string) => problems.find((one) => one.field === field)?.says ?? null;
  const share = (id: string, typed: string) => {
    setShares({ ...shares, [id]: typed });
    // What is corrected is no longer wrong; the sum stands below as it is typed.
    setProblems(problems.filter(({ field }) => !field.startsWith('share-')));
  };
  return { basis, setBasis, parts, share, paper, setPaper, problems, problemAt, busy, problem, go };
}

function Sharing({ seen }: { readonly seen: EstateSeen }) {
  const say = useSay();
  const { basis, setBasis, parts, share, paper, setPaper, problems, problemAt, busy, problem, go } =
    useSharing(seen);
  return (
    <Question
      title={say({ zh: '怎么分？', en: 'How should it be shared?' })}
      help={say({
        zh: '没有另外约定的，法律规定各人相等。',
        en: 'Unless something else was settled, the law makes the shares equal.',
      })}
      back={{ to: pageOf.estate(seen.number), says: say({ zh: '返回', en: 'Back' }) }}
      {...{ problems, busy }}
      onward={say({ zh: '就这样分', en: 'Use these shares' })}
      onGo={go}
      after={<ProblemBox problem={problems.length === 0 ? problem : null} />}
    >
      <Choices
        name="basis"
        of={bases.map(({ id, name, hint }) => ({ id, label: say(name), hint: say(hint) }))}
        chosen={basis}
        problem={null}
        onChoose={(id) => setBasis(bases.find((one) => one.id === id)?.id ?? 'equal')}
      />
      {basis !== 'equal' && (
        <>
          {basis === 'agreement' && <p className="small muted">{say(agreesWithIt)}</p>}
          <WrittenShares {...{ seen, parts, problemAt }} onShare={share} />
          <EntryField
            id="paper"
            label={say(bases.find(({ id }) => id === basis)?.paper ?? whichPaper)}
            help={say({
              zh: '写它的名字和日期，不要写号码。原件请带到任一窗口，工作人员核对',
              en: 'Its name and date, no numbers. Please bring the paper itself to any window, where it is checked',
            })}
            value={paper}
            maxLength={120}
            autoComplete="off"
            problem={problemAt('paper')}
            onValue={setPaper}
          />
        </>
      )}
    </Question>
  );
}

function partsOf(sharing: readonly Heir[], shares: Readonly<Record<string, string>>): readonly BarPart[] {
  return sharing.map((heir) => ({
    ...{ id: heir.successorId, who: heir.name, share: shares[heir.successorId] ?? '' },
    standing: standingOf(heir),
  }));
}

/** Each share in its own field, and the bar with its sum as they are typed. */
function WrittenShares(fields: {
  readonly seen: EstateSeen;
  readonly parts: readonly BarPart[];
  readonly problemAt: (field: string) => string | null;
  readonly onShare: (id: string, share: string) => void;
}) {
  const { seen, parts, problemAt, onShare } = fields;
  const say = useSay();
  const total = totalOf(seen.view);
  const amounts = total === null ? new Map() : amountsOf(parts, total);
  return (
    <section className="written-shares" aria-label={say({ zh: '每人的份额', en: 'Each heir’s share' })}>
      <p className="small muted">{say(howWritten)}</p>
      <ShareBar parts={parts.filter(({ share }) => readShare(share) !== null)} plain />
      {parts.map(({ id, who, share }) => {
        const problem = problemAt(`share-${id}`);
        return (
          <div key={id} className={problem === null ? 'share-field' : 'share-field wrong'}>
            <label htmlFor={`share-${id}`}>
              {who}
              <span className="small muted"> {amounts.has(id) && yuan(amounts.get(id) ?? 0n)}</span>
            </label>
            <input
              id={`share-${id}`}
              value={share}
              maxLength={13}
              autoComplete="off"
              placeholder="1/3"
              aria-invalid={problem !== null}
              onChange={({ currentTarget }) => onShare(id, currentTarget.value)}
            />
            {problem !== null && <p className="problem">{problem}</p>}
          </div>
        );
      })}
      <SumLine parts={parts} totalFen={total} />
      <p className="small muted">
        {total === null ? say(seen.heirs.remainder) : <LeftOver {...{ parts }} totalFen={total} />}
      </p>
    </section>
  );
}

function lackingIn(
  { parts, paper }: { readonly parts: readonly BarPart[]; readonly paper: string },
  say: Say,
): readonly FieldProblem[] {
  const bad = parts.filter(({ share }) => share.trim() !== '' && readShare(share) === null);
  const summed = sumUp(parts.flatMap(({ share }) => readShare(share) ?? []));
  const first = parts[0]?.id ?? '';
  return [
    ...bad.map(({ id }) => ({
      field: `share-${id}`,
      says: say(howWritten),
    })),
    ...(bad.length === 0 && !summed.whole
      ? [
          {
            field: `share-${first}`,
            says: say({ zh: '各份相加要正好等于一', en: 'The shares have to add up to exactly one' }),
          },
        ]
      : []),
    ...(paper.trim() === ''
      ? [{ field: 'paper', says: say({ zh: '请写依据哪份文件', en: 'Say which paper it is based on' }) }]
      : []),
  ];
}

function tidy(share: string): string {
  const read = readShare(share);
  return read ? written(read) : share;
}

const agreesWithIt: Text = {
  zh: '点“就这样分”，也就是您自己同意这样分。其他每位都要同意；用您转的链接同意的，还要本人到窗口再确认一次。',
  en: 'By pressing “Use these shares” you agree to them yourself. Each of the others has to agree too; anyone who does so by a link that you passed on has to confirm it at a window.',
};
const howWritten: Text = { zh: '写成 1/3 或者 50% 这样', en: 'Write it like 1/3 or 50%' };
const whichPaper: Text = { zh: '依据哪份文件', en: 'Which paper it is based on' };
const bases: readonly {
  readonly id: Basis;
  readonly name: Text;
  readonly hint: Text;
  readonly paper?: Text;
}[] = [
  {
    id: 'equal',
    name: { zh: '各人相等', en: 'Equally' },
    hint: { zh: '按法律规定，不需要别的文件', en: 'By law; no other paper is needed' },
  },
  {
    id: 'agreement',
    name: { zh: '按我们商量的', en: 'As we have agreed' },
    hint: { zh: '要每位继承人都同意这个分法', en: 'Every heir has to agree to these very shares' },
    paper: { zh: '协议叫什么、哪天的', en: 'What the agreement is called, and of which day' },
  },
  {
    id: 'will',
    name: { zh: '按遗嘱', en: 'As the will says' },
    hint: { zh: '遗嘱、遗赠或者遗赠扶养协议', en: 'A will, a legacy or an agreement on support' },
    paper: { zh: '遗嘱叫什么、哪天的', en: 'What the will is called, and of which day' },
  },
  {
    id: 'court',
    name: { zh: '按法院文书', en: 'As a court decided' },
    hint: { zh: '判决书或者调解书', en: 'A judgment or a mediation record' },
    paper: { zh: '文书叫什么、哪天的', en: 'What the paper is called, and of which day' },
  },
];

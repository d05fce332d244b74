import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { Link, Navigate, useNavigate } from 'react-router';
import type { Text } from '#basics';
import { saidLeftOn } from '#business/withdrawal/public';
import type { Route } from '../../ui/api.ts';
import { useWrite } from '../../ui/asking.ts';
import { BackTo } from '../../ui/back-to.tsx';
import { type Answered, CheckAnswers } from '../../ui/check-answers.tsx';
import { showDate } from '../../ui/dates.ts';
import { payeeDoubts } from '../../ui/doubtful-number.ts';
import { Heading } from '../../ui/heading.tsx';
import { type Language, type Say, useLanguage, useSay } from '../../ui/language.tsx';
import { pageOf } from '../../ui/links.ts';
import { doubtsId, PayeeDoubts } from '../../ui/payee-doubts.tsx';
import { payeeRows } from '../../ui/payee-rows.ts';
import { ProblemBox } from '../../ui/problem-box.tsx';
import { SavedLine } from '../../ui/saved-line.tsx';
import { sentence } from '../../ui/sentence.ts';
import type { Ground } from './assessed.ts';
import { type Drafted, useDraft } from './draft.tsx';
import { onlyAskedFor, type PaperTask } from './drafted.ts';
import { groundName } from './ground-words.ts';
import { dayOfLeaving } from './left-on.tsx';
import { useGrounds } from './on-record.ts';
import { namesAnother } from './own-payee.ts';
import { type Ready, readyOf } from './ready.ts';
import { type SpokenTo, useSpokenTo } from './spoken-to.ts';

/** Everything once more, what handing it in means, and the one button that does. */
export function CheckPage() {
  const drafted = useDraft();
  const { draft, content, papers } = drafted;
  const ground = useGrounds().grounds?.find(({ id }) => id === content.ground);
  if (!ground) return <main id="main" className="reading" aria-busy="true" />;
  const ready = readyOf({ content, papers, ground, another: namesAnother(draft, content) });
  if (ready.left > 0) return <Navigate to={pageOf.applying(draft.draftId)} replace />;
  return <Whole {...{ drafted, ground, ready }} />;
}

interface Parts {
  readonly drafted: Drafted;
  readonly ground: Ground;
  readonly ready: Ready;
}

function Whole({ drafted, ground, ready }: Parts) {
  const say = useSay();
  const language = useLanguage();
  const spoken = useSpokenTo();
  const { draft, content, autosave, state } = drafted;
  return (
    <main id="main" className="reading check-page">
      <BackTo to={pageOf.applying(draft.draftId)}>{say({ zh: '返回', en: 'Back' })}</BackTo>
      <Heading>{say({ zh: '提交前，请核对一遍', en: 'Read it over before you hand it in' })}</Heading>
      <CheckAnswers
        title={say({ zh: '申请', en: 'The application' })}
        of={applicationRows({ drafted, ground, ready }, { say, language, spoken })}
      />
      <CheckAnswers
        title={say({ zh: '材料', en: 'Papers' })}
        of={ready.papers.map((task) => paperRow(task, { draftId: draft.draftId, say }))}
      />
      <CheckAnswers
        title={say({ zh: '收款账户', en: 'Account for the payment' })}
        of={payeeRows(content.payee ?? {}, { change: pageOf.applyingPayee(draft.draftId), say, language })}
      >
        <PayeeDoubts of={doubtsOf(drafted, say)} change={pageOf.applyingPayee(draft.draftId)} />
      </CheckAnswers>
      <HandIn {...{ drafted, ground }} />
      <SavedLine of={autosave} state={state} />
    </main>
  );
}

/** What makes the account doubtful, which keeps nobody from handing it in. */
function doubtsOf({ content: { payee } }: Pick<Drafted, 'content'>, say: Say): readonly string[] {
  return payee ? payeeDoubts(payee).map(({ text }) => say(text)) : [];
}

function HandIn({ drafted, ground }: Pick<Parts, 'drafted' | 'ground'>) {
  const say = useSay();
  const { whoseAccount } = useSpokenTo();
  const navigate = useNavigate();
  const client = useQueryClient();
  const { draft, autosave, papers } = drafted;
  const { personId, draftId } = draft;
  const [saving, setSaving] = useState(false);
  const submit = useWrite('POST /withdrawal-drafts/{personId}/{draftId}/submission', ({ number }) => {
    // What was read as a draft is another thing now; its own pages are left before they ask again.
    for (const read of changed) void client.invalidateQueries({ queryKey: [read], refetchType: 'none' });
    navigate(pageOf.applied(number), { replace: true });
  });
  async function hand(): Promise<void> {
    if (saving || submit.busy) return;
    setSaving(true);
    const content = onlyAskedFor(autosave.content(), papers);
    if (content !== autosave.content()) autosave.write(content);
    if (await autosave.flush())
      submit.send({ params: { personId, draftId }, body: { version: autosave.version() } });
    setSaving(false);
  }
  const busy = saving || submit.busy;
  return (
    <section className="sec hand-in">
      <h2>{say({ zh: '提交就是确认', en: 'By handing it in you confirm' })}</h2>
      <ul className="plain">
        {statement(whoseAccount).map((each) => (
          <li key={each.zh}>{say(each, { days: ground.workingDays })}</li>
        ))}
      </ul>
      <ProblemBox problem={submit.problem} />
      {submit.problem?.code === 'withdrawal.not-open' && (
        <p>
          <Link to={pageOf.applyingAnyway(draftId)}>
            {say({ zh: '看看还缺什么，仍要申请', en: 'See what is missing, and apply all the same' })}
          </Link>
        </p>
      )}
      <button
        type="button"
        className="btn primary wide"
        aria-disabled={busy}
        aria-describedby={doubtsOf(drafted, say).length === 0 ? undefined : doubtsId}
        onClick={() => void hand()}
      >
        {busy
          ? say({ zh: '正在提交……', en: 'Handing it in…' })
          : say({ zh: '确认并提交申请', en: 'Confirm and hand it in' })}
      </button>
      <p className="caption">
        {say({
          zh: '只会提交一次。提交后、作出决定前，可以撤回。',
          en: 'It is handed in once. You can take it back until a decision is proposed.',
        })}
      </p>
    </section>
  );
}

const changed: readonly Route[] = [
  ...(['GET /withdrawal-drafts', 'GET /withdrawals/{number}', 'GET /cases/{number}/letters'] as const),
  ...(['GET /cases/{number}/papers', 'GET /people/{personId}/cases'] as const),
  ...(['GET /people/{personId}/account', 'GET /people/{personId}/situation'] as const),
];

const statement = (whoseAccount: Text): readonly Text[] => [
  {
    zh: '所填内容和所交材料真实；情况有变，会及时告知医保经办机构。',
    en: 'What you filled in and sent is true, and you will tell the agency if anything changes.',
  },
  whoseAccount,
  {
    zh: '从提交后的下一个工作日起算，{days} 个工作日内办结；等您补材料的时间不算。',
    en: 'We decide and pay within {days} working days, counted from the next working day after you hand it in. Time you take to send papers is not counted.',
  },
];

function applicationRows(
  { drafted, ground }: Parts,
  {
    say,
    language,
    spoken: { grounds, situation },
  }: { readonly say: Say; readonly language: Language; readonly spoken: SpokenTo },
): readonly Answered[] {
  const { draftId } = drafted.draft;
  const left = saidLeftOn(drafted.content);
  return [
    {
      label: say(situation),
      value: groundName(ground, { say, grounds }),
      change: pageOf.applyingOn(draftId),
    },
    ...(left === null
      ? []
      : [
          {
            label: say(dayOfLeaving),
            value: showDate(left, language),
            change: pageOf.applyingOn(draftId),
          },
        ]),
    ...(ground.status === 'open'
      ? []
      : [
          {
            label: say({ zh: '还缺什么', en: 'What is missing' }),
            value: say({ zh: '已经知道，仍然申请', en: 'You know, and apply all the same' }),
            change: pageOf.applyingAnyway(draftId),
          },
        ]),
  ];
}

function paperRow(
  { paper, is, entry }: PaperTask,
  { draftId, say }: { readonly draftId: string; readonly say: Say },
): Answered {
  const { materialId, alternatives } = paper;
  const other = alternatives.find(({ id }) => id === entry?.materialId);
  const words = {
    'on-record': say({ zh: '我们已有，不用交', en: 'We have it; you need not send it' }),
    later: say({ zh: '提交以后再交', en: 'To follow' }),
    'to-do': say({ zh: '还没有', en: 'Not there yet' }),
    done: entry?.notApplying
      ? say({ zh: '不适用：{why}', en: 'Does not apply: {why}' }, { why: entry.notApplying.reason })
      : say({ zh: '{n} 页', en: 'Pages: {n}' }, { n: entry?.fileIds?.length ?? 0 }),
  };
  return {
    label: sentence(say(paper.text)),
    value: other ? `${sentence(say(other.text))} · ${words[is]}` : words[is],
    change: is === 'on-record' ? null : pageOf.applyingPaper(draftId, materialId),
  };
}

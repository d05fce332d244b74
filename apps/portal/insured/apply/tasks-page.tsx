import { Link } from 'react-router';
import { plainDate } from '#basics';
import { BackTo } from '../../ui/back-to.tsx';
import { showDay } from '../../ui/dates.ts';
import { Heading } from '../../ui/heading.tsx';
import { Icon } from '../../ui/icons.tsx';
import { type Say, useLanguage, useSay } from '../../ui/language.tsx';
import { pageOf } from '../../ui/links.ts';
import { SavedLine } from '../../ui/saved-line.tsx';
import { sentence } from '../../ui/sentence.ts';
import { type Task, TaskList } from '../../ui/task-list.tsx';
import { useToday } from '../../ui/today.ts';
import type { Ground } from './assessed.ts';
import { type Drafted, useDraft } from './draft.tsx';
import { groundName } from './ground-words.ts';
import { useGrounds } from './on-record.ts';
import { namesAnother } from './own-payee.ts';
import { type Ready, readyOf } from './ready.ts';
import { type SpokenTo, useSpokenTo } from './spoken-to.ts';

/** Everything that there is to do for an application, in any order; what the agency knows already is said, and not asked. */
export function TasksPage() {
  const say = useSay();
  const today = useToday();
  const language = useLanguage();
  const spoken = useSpokenTo();
  const drafted = useDraft();
  const { draft, autosave, content, state } = drafted;
  const ground = useGrounds().grounds?.find(({ id }) => id === content.ground);
  if (!ground) return <main id="main" className="reading" aria-busy="true" />;
  const another = namesAnother(draft, content);
  const ready = readyOf({ content, papers: drafted.papers, ground, another });
  const until = showDay(plainDate(draft.keptUntil), language, today);
  return (
    <main id="main" className="reading tasks-page">
      <BackTo to={pageOf.cases()}>{say({ zh: '我的办理', en: 'My cases' })}</BackTo>
      <Heading>{say(spoken.applying)}</Heading>
      <p className="muted">{groundName(ground, { say, grounds: spoken.grounds })}</p>
      <InTheWay {...drafted} />
      <HowMuchIsLeft ready={ready} />
      <TaskList of={tasksOf({ drafted, ground, ready }, { say, spoken })} />
      <SavedLine of={autosave} state={state} />
      <Known {...{ ground, ready }} />
      <p className="caption kept">
        {say(
          {
            zh: '草稿留到{until}，每保存一次重新算；不冻结账户，也不计时限。',
            en: 'The draft is kept until {until}; each time it is saved, the count starts again. Until you hand it in, nothing is held and no deadline runs.',
          },
          { until },
        )}
      </p>
    </main>
  );
}

/** All of it at once. */
function HowMuchIsLeft({ ready: { left } }: { readonly ready: Ready }) {
  const say = useSay();
  return (
    <p className="left">
      {left === 0
        ? say({ zh: '都齐了，核对一遍就可以提交。', en: 'Everything is here: read it over and hand it in.' })
        : say(
            {
              zh: '提交前还差 {n} 项，都在下面。提交后工作人员核对，还要补的会一次告诉您。',
              en: '{n} left to do before you can hand it in, all listed below. An officer then checks it; if more is needed, we tell you all of it at once.',
            },
            { n: left },
          )}
    </p>
  );
}

function InTheWay({ inTheWay }: Pick<Drafted, 'inTheWay'>) {
  const say = useSay();
  if (inTheWay === null) return null;
  return (
    <div className="errors newer">
      <h2>
        <Icon name="warn" />
        {say({
          zh: '另一件正在办理，办完才能提交这一件',
          en: 'Another case is under way and goes first',
        })}
      </h2>
      <p>
        {inTheWay.number ? (
          <Link to={pageOf.oneCase(inTheWay.number)}>{inTheWay.number}</Link>
        ) : (
          say({ zh: '请打电话问我们是哪一件。', en: 'Call us to find out which.' })
        )}
      </p>
    </div>
  );
}

function tasksOf(
  { drafted, ground, ready }: { readonly drafted: Drafted; readonly ground: Ground; readonly ready: Ready },
  { say, spoken }: { readonly say: Say; readonly spoken: SpokenTo },
): readonly Task[] {
  const { draftId } = drafted.draft;
  return [
    {
      id: 'ground',
      title: say(spoken.whichSituation),
      hint: groundName(ground, { say, grounds: spoken.grounds }),
      to: pageOf.applyingOn(draftId),
      state: { is: 'done' },
    },
    ...(ground.status === 'open' ? [] : [beforeTask({ draftId, ready }, say)]),
    ...ready.papers
      .filter(({ is }) => is !== 'on-record')
      .map(({ paper, is, entry }): Task => {
        const sent = entry?.notApplying ? doesNotApply : pagesSent;
        const pages = entry?.fileIds?.length ?? 0;
        return {
          id: paper.materialId,
          title: sentence(say(paper.text)),
          hint: is === 'later' ? say(later) : is === 'done' ? say(sent, { n: pages }) : undefined,
          to: pageOf.applyingPaper(draftId, paper.materialId),
          state: is === 'to-do' ? { is: 'to-do' } : { is: 'done' },
        };
      }),
    {
      id: 'payee',
      title: say({ zh: '收款账户', en: 'Account for the payment' }),
      hint: namesAnother(drafted.draft, drafted.content) ? say(anotherName) : (ready.payeeTail ?? undefined),
      to: pageOf.applyingPayee(draftId),
      state: ready.payee,
    },
    {
      id: 'check',
      title: say({ zh: '核对并提交', en: 'Read it over and hand it in' }),
      to: pageOf.applyingCheck(draftId),
      state: ready.left === 0 ? { is: 'to-do' } : { is: 'not-yet', why: say(firstTheRest) },
    },
  ];
}

function beforeTask({ draftId, ready }: { readonly draftId: string; readonly ready: Ready }, say: Say): Task {
  return {
    id: 'before',
    title: say({ zh: '先看看还缺什么', en: 'See first what is missing' }),
    hint:
      ready.before === 'done'
        ? say({ zh: '您选择仍然申请', en: 'You chose to apply all the same' })
        : undefined,
    to: pageOf.applyingAnyway(draftId),
    state: { is: ready.before },
  };
}

/** What the agency has, so that nobody is asked for it. */
function Known({ ground, ready }: { readonly ground: Ground; readonly ready: Ready }) {
  const say = useSay();
  const onRecord = ready.papers.filter(({ is }) => is === 'on-record');
  if (ground.met.length + onRecord.length === 0) return null;
  return (
    <section className="sec known">
      <h2>
        {say({
          zh: '我们已经有的、查过的，不用您再交',
          en: 'What we have or have checked, and you need not send',
        })}
      </h2>
      <ul className="card pad">
        {onRecord.map(({ paper: { materialId, text, onRecord: from } }) => (
          <li key={materialId}>
            <Icon name="tick" />
            <span>
              {sentence(say(text))}
              {from && (
                <span className="small muted block">
                  {say({ zh: '{number} 核对过', en: 'Checked with {number}' }, { number: from.number })}
                </span>
              )}
            </span>
          </li>
        ))}
        {ground.met.map(({ id, text }) => (
          <li key={id}>
            <Icon name="tick" />
            {sentence(say(text))}
          </li>
        ))}
      </ul>
    </section>
  );
}

const anotherName = {
  zh: '户名要改：必须是本人的账户',
  en: 'Change the name: it has to be the person’s own account',
};
const later = { zh: '提交以后再交', en: 'You will send it after you hand this in' };
const doesNotApply = { zh: '不适用，写了原因', en: 'Does not apply; you said why' };
const pagesSent = { zh: '已上传 {n} 页', en: 'Pages sent: {n}' };
const firstTheRest = { zh: '先办好上面几项', en: 'Do the above first' };

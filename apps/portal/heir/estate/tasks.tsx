import { type Say, useLanguage, useSay } from '../../ui/language.tsx';
import { pageOf } from '../../ui/links.ts';
import { sentence } from '../../ui/sentence.ts';
import { type Task, TaskList, type TaskState } from '../../ui/task-list.tsx';
import { type AgreementLeft, agreementLeft, agreementWords, ofOther, ofOwn } from './agreement-left.ts';
import { type EstateSeen, isDraft, livingIn, mayChange } from './estate.tsx';
import { identitySeen, type Words } from './identity-seen.ts';
import { isDeathTold, lackingIn } from './lacking.ts';
import { isSentALink } from './own-ward.ts';
import { consequencesOf, isOut } from './words-said.ts';

/** What is lacking, in any order, each with how far it is and who has it. */
export function Tasks({ of }: { readonly of: EstateSeen }) {
  const say = useSay();
  const language = useLanguage();
  const { view } = of;
  if (!mayChange(view)) return null;
  return (
    <section className="sec flush">
      <h2>
        {say(
          isDraft(view)
            ? { zh: '还差什么', en: 'What is left to do' }
            : { zh: '材料和账户', en: 'Papers and accounts' },
        )}
      </h2>
      <TaskList of={tasksOf(of, { say, language })} />
    </section>
  );
}

function tasksOf(of: EstateSeen, { say, language }: Words): readonly Task[] {
  const to = (part: string) => pageOf.ofEstate(of.number, part);
  return [
    { id: 'death', to: to('death'), title: say({ zh: '去世信息', en: 'The death' }), ...ofDeath(of, say) },
    {
      ...{ id: 'relation', to: to('papers/succession-proof') },
      title: say({ zh: '亲属关系', en: 'The relation' }),
      ...ofRelation(of, say),
    },
    ...ofHeirs(of, say),
    ofPapers(of, { say, language }),
    ...(isDraft(of.view) ? [ofSubmission(of, say)] : []),
  ];
}

/** Who they are, where each is paid, and what the others say. */
function ofHeirs(of: EstateSeen, say: Say): readonly Task[] {
  const { number, heirs } = of;
  const to = (part: string) => pageOf.ofEstate(number, part);
  const living = livingIn(heirs);
  const sharing = living.filter((heir) => !isOut(heir));
  const named = sharing.filter(({ account }) => account !== null).length;
  const silent = awaitedOf(heirs);
  const own = living.find(({ yours }) => yours);
  const left = agreementLeft(living);
  const first: TaskState = {
    ...{ is: 'not-yet', why: say({ zh: '先写下继承人', en: 'Write down the heirs first' }) },
  };
  const accounts: TaskState =
    named === sharing.length ? { is: 'done' } : { is: 'part', done: named, of: sharing.length };
  return [
    {
      ...{ id: 'heirs', to: to('heirs/new'), title: say({ zh: '有哪几位继承人', en: 'Who the heirs are' }) },
      hint: living.map(({ name }) => name).join(say({ zh: '、', en: ', ' })) || undefined,
      state: living.length > 0 ? { is: 'done' } : { is: 'to-do' },
    },
    {
      ...{ id: 'accounts', to: to(own ? `heirs/${own.successorId}/account` : 'heirs/new') },
      title: say({ zh: '每人的收款账户', en: 'Each heir’s account' }),
      hint: say({
        zh: '各收各的，钱不经别人的手',
        en: 'Each heir is paid directly; the money goes through nobody else’s hands',
      }),
      state: sharing.length === 0 ? first : accounts,
    },
    ...ownWord(number, left, say),
    {
      ...{ id: 'agreed', to: invitationsOf(of) },
      title: say({ zh: '其他继承人的答复', en: 'What the others say' }),
      hint: say(left.asked ? everybodyAgrees : silenceAccepts),
      state: living.length === 0 ? first : silent.length === 0 ? { is: 'done' } : waitingFor(silent, say),
      ...(silent.length === 0 ? afterWords(of, say) : {}),
      ...(silent.length === 0 || left.asked ? notYetAgreed(of, left, say) : {}),
    },
  ];
}

const silenceAccepts = { zh: '不表示的，视为接受继承', en: 'Anybody who says nothing is taken to accept' };
const everybodyAgrees = {
  zh: '按商量的分，要每位都同意；不表示的，不算同意',
  en: 'These shares need every heir’s agreement; saying nothing is not agreeing',
};

/** The applicant's own agreement, where applying does not give it. */
function ownWord(number: string, { own }: AgreementLeft, say: Say): readonly Task[] {
  if (own === null) return [];
  const states: Readonly<Record<typeof own.is, TaskState>> = {
    lacking: { is: 'to-do' },
    'to-confirm': { is: 'waiting', who: say({ zh: '您到窗口确认', en: 'you to confirm it at a window' }) },
    counts: { is: 'done' },
  };
  return [
    {
      ...{ id: 'own-word', to: pageOf.ofEstate(number, `heirs/${own.successorId}/answer`) },
      title: say({ zh: '您自己的答复', en: 'Your own answer' }),
      hint: own.is === 'counts' ? undefined : say(ofOwn[own.is]),
      state: states[own.is],
    },
  ];
}

/** Where the shares rest on everybody's agreement: of each of the others what it lacks, after what they waived or object to. */
function notYetAgreed(
  of: EstateSeen,
  left: AgreementLeft,
  say: Say,
): Partial<Pick<Task, 'to' | 'hint' | 'state'>> {
  const [next] = left.others;
  if (next === undefined) return {};
  const told = consequencesInWords(consequencesOf(of.heirs), say);
  const lacking = left.others.filter(({ is }) => is === 'lacking');
  return {
    ...(next.is === 'lacking' ? { to: invitationsOf(of) } : { to: pageOf.estate(of.number) }),
    hint: [...told, ...left.others.map(({ is, name }) => say(ofOther[is], { name }))].join(
      say({ zh: '；', en: '. ' }),
    ),
    state:
      lacking.length > 0
        ? waitingFor(lacking, say)
        : { is: 'waiting', who: say({ zh: '本人到窗口确认', en: 'them to confirm it at a window' }) },
  };
}

/** What everybody's agreement lacks, as the receipt tells it; empty where the shares need none or all have agreed. */
export function agreementInWords({ heirs }: EstateSeen, say: Say): readonly string[] {
  return agreementWords(agreementLeft(livingIn(heirs))).map(([text, name]) => say(text, { name }));
}

/** Where somebody waived or objected that is not done: what follows from it, and where. */
function afterWords({ number, heirs }: EstateSeen, say: Say): Partial<Pick<Task, 'to' | 'hint' | 'state'>> {
  const told = consequencesOf(heirs);
  const [first] = told;
  if (first === undefined) return {};
  const states: Readonly<Record<typeof first.is, TaskState>> = {
    'divide-again': { is: 'to-do' },
    'to-confirm': { is: 'waiting', who: say({ zh: '本人到窗口确认', en: 'them to confirm it at a window' }) },
    held: { is: 'waiting', who: say({ zh: '你们商量', en: 'you to settle it' }) },
  };
  return {
    to: first.is === 'divide-again' ? pageOf.ofEstate(number, 'shares') : pageOf.estate(number),
    hint: consequencesInWords(told, say).join(say({ zh: '；', en: '. ' })),
    state: states[first.is],
  };
}

/** Each with the names that it is about. */
export function consequencesInWords(told: ReturnType<typeof consequencesOf>, say: Say): readonly string[] {
  return told.map(({ text, names }) => say(text, { names: names.join(say({ zh: '、', en: ', ' })) }));
}

function ofPapers({ number, papers, heirs }: EstateSeen, { say, language }: Words): Task {
  const missing = papers.filter(({ state }) => state === 'missing');
  const [next] = missing;
  const lacking = next && say({ zh: '还差：{text}', en: 'Still to come: {text}' }, { text: say(next.text) });
  const done = papers.length - missing.length;
  return {
    ...{ id: 'papers', to: pageOf.ofEstate(number, next ? `papers/${next.materialId}` : 'papers') },
    title: say({ zh: '材料', en: 'Papers' }),
    hint: [lacking, identitySeen({ papers, heirs }, { say, language })]
      .filter(Boolean)
      .join(say({ zh: '。', en: '. ' })),
    state: missing.length === 0 ? { is: 'done' } : { is: 'part', done, of: papers.length },
  };
}

function ofSubmission(of: EstateSeen, say: Say): Task {
  const lacking = lackingIn(of, say);
  return {
    ...{ id: 'submit', to: pageOf.ofEstate(of.number, 'check') },
    title: say({ zh: '核对并提交', en: 'Check and hand it in' }),
    state:
      lacking.length === 0
        ? { is: 'to-do' }
        : { is: 'not-yet', why: sentence(lacking.join(say({ zh: '；', en: '; ' }))) },
  };
}

function ofDeath(of: EstateSeen, say: Say): Pick<Task, 'state' | 'hint'> {
  if (of.diedOn === null && isDeathTold(of))
    return {
      state: { is: 'waiting', who: say({ zh: '我们登记', en: 'us' }) },
      hint: say({
        zh: '我们收到了，两名工作人员核对后登记',
        en: 'We have it; two officers put it on record',
      }),
    };
  return of.diedOn === null
    ? {
        state: { is: 'to-do' },
        hint: say({ zh: '告诉我们日期，附上证明', en: 'Tell us the day, with its proof' }),
      }
    : {
        state: { is: 'done' },
        hint: say({ zh: '已经登记，不用再交证明', en: 'It is on record; no proof is needed' }),
      };
}

function ofRelation({ established, papers }: EstateSeen, say: Say): Pick<Task, 'state' | 'hint'> {
  if (established) return { state: { is: 'done' }, hint: say({ zh: '已经确认', en: 'Confirmed' }) };
  const paper = papers.find(({ materialId }) => materialId === 'succession-proof');
  return paper && paper.state !== 'missing'
    ? {
        state: { is: 'waiting', who: say({ zh: '我们确认', en: 'us' }) },
        hint: say({ zh: '材料收到了，两名工作人员确认', en: 'We have the paper; two officers confirm it' }),
      }
    : {
        state: { is: 'to-do' },
        hint: say({
          zh: '公证书、户口簿等，我们确认后就能提交',
          en: 'A notarised certificate or a household booklet, for example. Once we confirm it you can hand this in',
        }),
      };
}

function waitingFor(heirs: readonly { readonly name: string }[], say: Say): TaskState {
  const [first] = heirs;
  const more = { name: first?.name ?? '', n: heirs.length, others: heirs.length - 1 };
  const who =
    heirs.length === 1 ? more.name : say({ zh: '{name}等 {n} 位', en: '{name} and {others} more' }, more);
  return { is: 'waiting', who };
}

/** Whose answer may still come. */
function awaitedOf(heirs: EstateSeen['heirs']) {
  return livingIn(heirs).filter((heir) => heir.word === null && isSentALink(heirs.heirs, heir));
}

/** To the first who was sent no link and said nothing; else to the shares. */
function invitationsOf({ number, heirs }: EstateSeen): string {
  const silent = awaitedOf(heirs);
  const next = silent.find(({ linkUntil }) => linkUntil === null) ?? silent[0];
  return next ? pageOf.ofEstate(number, `heirs/${next.successorId}/link`) : pageOf.estate(number);
}

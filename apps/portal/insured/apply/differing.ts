import { isPlainDate, type PlainDate, type Text } from '#basics';
import { facts, type Situation } from '#business/registry/public';
import { type Answers, isAnswer } from '../../ui/checker-answers.ts';
import { answerBehind, type QuestionId, questionIds, questions } from '../../ui/checker-questions.ts';
import { sentence } from '../../ui/sentence.ts';
import type { Ground } from './assessed.ts';
import type { Content } from './drafted.ts';

/** A question that was answered in the checker and to which the record answers otherwise. */
export interface Differing {
  readonly id: QuestionId;
  readonly asked: Text;
  readonly answered: Said;
  readonly onRecord: Said;
  /** What to do where the record is wrong. */
  readonly remedy: Text;
}

/** In the words in which it was offered, or the day that was asked for. */
type Said = Text | PlainDate;

/** What somebody brought along from the checker and what is on record do not say the same, as far as the ground looks at it. */
export function differing(of: {
  readonly answers: Content['answers'];
  readonly situation: Situation;
  readonly ground: Pick<Ground, 'reads'>;
  readonly today: PlainDate;
}): readonly Differing[] {
  const answers: Answers = of.answers ?? {};
  return questionIds.flatMap((id) => {
    const answer = answers[id];
    const fact = looksAt[id];
    if (answer === undefined || fact === undefined || !isAnswer(id, answer)) return [];
    if (answer === 'unsure' || !of.ground.reads.includes(fact)) return [];
    const kept = onRecord[id]?.({ ...of, answers }) ?? null;
    if (kept === null || kept === answer) return [];
    const asked = questions[id].heading;
    const remedy = remedies[`${id} ${kept}`] ?? notSo;
    return [{ id, asked, answered: saidOf(id, answer), onRecord: saidOf(id, kept), remedy }];
  });
}

/** Whether a condition is told by such a difference already. */
export function toldByDifference(condition: string, differences: readonly Differing[]): boolean {
  return (answerBehind[condition] ?? []).some((id) => differences.some((each) => each.id === id));
}

/** Whether somebody else, an employer mostly, has to act first by our record: no paper of the application shows that they did. */
export function othersActFirst({ reads }: Pick<Ground, 'reads'>, known: Omit<Known, 'answers'>): boolean {
  return byOthers.some(([id, open]) => {
    const fact = looksAt[id];
    return fact !== undefined && reads.includes(fact) && onRecord[id]?.({ ...known, answers: {} }) === open;
  });
}

/** What an employer ends, and how the record answers until it did. */
const byOthers: readonly (readonly [QuestionId, string])[] = [
  ['roster', 'still'],
  ['insured', 'active'],
];

/** By which fact of a rule a question matters to a ground; the others are about nobody's own withdrawal. */
const looksAt: Readonly<Partial<Record<QuestionId, string>>> = {
  what: facts.leftCountry.path,
  left: facts.leftCountry.path,
  'retired-then': facts.retiredOn.path,
  filing: facts.treatmentConfirmedOn.path,
  answer: facts.transferBalance.path,
  insured: facts.relationshipStatus.path,
  roster: facts.onEmployerRoster.path,
};

interface Known {
  readonly answers: Answers;
  readonly situation: Situation;
  readonly today: PlainDate;
}

/** How the record answers a question; null where it does not tell, as of a leaving that nobody has recorded. */
const onRecord: Readonly<Partial<Record<QuestionId, (known: Known) => string | null>>> = {
  // Whoever moved within the country, or lives in another city, may have left it besides.
  what: ({ situation, answers }) =>
    answers.what === 'settle' || answers.what === 'return-home'
      ? (situation.person.leftCountry?.purpose ?? null)
      : null,
  left: ({ situation, answers, today }) => {
    const on = situation.person.leftCountry?.on ?? null;
    return on === null || answers.left === undefined || sameFor({ situation, today }, on, answers.left)
      ? null
      : on;
  },
  'retired-then': ({ situation, answers, today }) => {
    const on = situation.person.leftCountry?.on ?? answers.left ?? today;
    return happenedBy(situation.person.retiredOn, on) ? 'yes' : 'no';
  },
  filing: ({ situation: { person }, today }) => {
    if (person.treatmentElsewhere === null) return 'none';
    return happenedBy(person.treatmentElsewhere.confirmedOn, today) ? 'confirmed' : 'waiting';
  },
  answer: ({ situation: { transfer } }) => {
    if (transfer === null || transfer.balance === 'accepted') return null;
    return balances[transfer.balance ?? 'pending'] ?? null;
  },
  insured: ({ situation: { relationship }, today }) => {
    if (relationship?.status === undefined) return null;
    const stopped = relationship.status !== 'active' && !((relationship.stoppedOn ?? today) > today);
    return stopped ? 'stopped' : 'active';
  },
  roster: ({ situation: { relationship } }) => {
    if (relationship?.onEmployerRoster === undefined) return null;
    return relationship.onEmployerRoster ? 'still' : 'removed';
  },
};

const balances: Readonly<Record<string, string>> = {
  refused: 'refused',
  'no-account-information': 'no-account',
  pending: 'waiting',
};

/** A day close to the one on record will do, as the question says, where nothing hangs on which it is. */
function sameFor({ situation, today }: Omit<Known, 'answers'>, one: string, other: string): boolean {
  const { retiredOn } = situation.person;
  return one <= today === other <= today && happenedBy(retiredOn, one) === happenedBy(retiredOn, other);
}

function happenedBy(on: string | null | undefined, day: string): boolean {
  return on !== null && on !== undefined && on <= day;
}

function saidOf(id: QuestionId, answer: string): Said {
  if (isPlainDate(answer)) return answer;
  const choice = questions[id].choices?.find((each) => each.id === answer);
  return choice?.label ?? { zh: answer, en: answer };
}

/** Proved by no paper of a withdrawal: retiring is recorded by itself. */
export const recordRetirement: Text = {
  zh: '已经退休却没有登记的，带退休审批表到窗口，先登记退休，再申请',
  en: 'if you are retired and it is not on record, have that recorded at a window with the approval of your retirement, and then apply',
};

const notSo: Text = {
  zh: '登记有误的，可以申请更正：写明哪里不对，带上证明材料，两名工作人员核对后更正。',
  en: 'If the record is wrong, ask for a correction: say what is wrong and show a paper for it. Two officers check it and correct the record.',
};

/** Where somebody else has to act first, by the question and what is on record. */
const remedies: Readonly<Record<string, Text>> = {
  'retired-then no': { zh: `${recordRetirement.zh}。`, en: `${sentence(recordRetirement.en)}.` },
  'roster still': {
    zh: '已经离开单位的，请单位办理减员；单位不办或者联系不上的，带离职证明到窗口，核对后更正。',
    en: 'If the employment has ended, ask the employer to report it. If it does not, or cannot be reached, show at a window a paper that it ended; we check it and correct the record.',
  },
  'insured active': {
    zh: '已经不参保的，请单位办理停保，没有单位的自己办；办过却没有登记的，带停保凭证到窗口，核对后更正。',
    en: 'If the cover has ended, have the employer stop it, or stop it yourself where there is none. If that was done and is not on record, show a paper of it at a window; we check it and correct the record.',
  },
  'answer waiting': {
    zh: '对方还没有答复。由我们发函、催办，您不用去开证明；答复或者催办有了记录，就可以办。',
    en: 'The other agency has not answered. We write and remind them; you need no certificate. Once their answer or our reminder is on record you can go on.',
  },
  'filing none': {
    zh: '还没有备案的，可以在网上办；办过却没有登记的，带备案凭证到窗口，核对后更正。',
    en: 'If there is no filing yet, make one here online. If there is one that is not on record, show it at a window; we check it and correct the record.',
  },
  'filing waiting': {
    zh: '等备案确认；已经收到确认却没有登记的，带凭证到窗口，核对后更正。',
    en: 'Wait for the confirmation. If you have it and it is not on record, show it at a window; we check it and correct the record.',
  },
};

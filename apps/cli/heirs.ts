import { text } from 'node:stream/consumers';
import { ok, type Refusal, type Result, refuse, shanghaiTime } from '#basics';
import type { Caller } from '#business/access/public';
import type { PrintingContext } from '#business/letters';
import type { NewDivision } from '#business/succession';
import type { Word } from '#business/succession/public';
import {
  addHeir,
  decideDivisionAnew,
  divideEstate,
  giveLinkToHeir,
  type HeirStep,
  hearHeir,
  keepContactByLink,
  keepHeirContact,
  listLettersByLink,
  nameAccountByLink,
  nameHeirPayee,
  newHeirContact,
  newSuccessor,
  printLetterByLink,
  readByLink,
  readHeirs,
  readNewPayee,
  sayByLink,
  type WithdrawalContext,
} from '#business/withdrawal';
import { withdrawalProcess } from '#business/withdrawal/public';
import { readJson, readJsonValue } from '#platform/http';
import { inTransaction, type Tx } from '#platform/postgres';
import { doubtLines } from './case.ts';
import { conclude, type ExitCode, type Frame, say } from './frame.ts';
import { heirsWords } from './heirs-words.ts';
import { unlessElsewhere } from './shown-elsewhere.ts';

/** One case after a death, and who is at the keyboard. */
export interface HeirsDesk {
  readonly agency: WithdrawalContext;
  readonly caller: Caller;
  readonly number: string;
}

/** `suixing case heirs list NUMBER`. */
export async function listHeirsOf(frame: Frame, { agency, caller, number }: HeirsDesk): Promise<ExitCode> {
  const view = await readHeirs(agency.database, { context: agency, caller, number });
  if (view.ok) frame.shown?.add(number);
  return conclude(frame, view, (told) => heirsWords(frame, told, number));
}

/** `suixing case heirs add NUMBER`, the heir as JSON from standard input: a command line is seen by everybody. */
export async function addHeirOf(frame: Frame, desk: HeirsDesk): Promise<ExitCode> {
  const read = readJson(await text(frame.stdin), { schema: newSuccessor, code: 'succession.wrong' });
  if (!read.ok) return conclude(frame, read, () => '');
  return heirStep(frame, desk, (tx, doing) => addHeir(tx, { ...doing, given: read.value }));
}

/** `suixing case heirs divide NUMBER --basis BASIS [--share HEIR=1/3]… [--paper REFERENCE] [--order ORDER]`. */
export function divideEstateOf(
  frame: Frame,
  { division, ...desk }: HeirsDesk & { readonly division: NewDivision },
): Promise<ExitCode> {
  return heirStep(frame, desk, (tx, doing) => divideEstate(tx, { ...doing, given: division }));
}

/** `suixing case heirs decide NUMBER DIVISION approve|reject [--reason TEXT]`. */
export function decideDivisionOf(
  frame: Frame,
  asked: HeirsDesk & {
    readonly divisionId: string;
    readonly approved: boolean;
    readonly reason: string | null;
  },
): Promise<ExitCode> {
  const { divisionId, approved, reason } = asked;
  return heirStep(frame, asked, (tx, doing) =>
    decideDivisionAnew(tx, { ...doing, divisionId, approved, reason }),
  );
}

/** `suixing case heirs hear NUMBER HEIR WORD --paper REFERENCE [--dispute HEIR]…`. */
export function hearHeirOf(
  frame: Frame,
  asked: HeirsDesk & {
    readonly successorId: string;
    readonly word: Word;
    readonly disputes: readonly string[];
    readonly paperReference: string;
  },
): Promise<ExitCode> {
  const { successorId, word, disputes, paperReference } = asked;
  return heirStep(frame, asked, (tx, doing) =>
    hearHeir(tx, { ...doing, successorId, word, disputes, paperReference }),
  );
}

/** `suixing case heirs payee NUMBER HEIR`, the account as JSON from standard input. */
export async function nameHeirPayeeOf(
  frame: Frame,
  asked: HeirsDesk & { readonly successorId: string },
): Promise<ExitCode> {
  const written = readJsonValue(await text(frame.stdin), 'withdrawal.bad-input');
  const payee = written.ok ? readNewPayee(written.value) : written;
  if (!payee.ok) return conclude(frame, payee, () => '');
  const { agency: context, caller, number, successorId } = asked;
  const named = await inTransaction(context.database, (tx) =>
    nameHeirPayee(tx, { context, caller, number, successorId, payee: payee.value }),
  );
  const told = named.ok ? ok({ ...shownStep(number, named.value), doubts: named.value.doubts }) : named;
  return conclude(frame, told, (at) => [stepWords(frame, at), ...doubtLines(frame, at.doubts)].join('\n'));
}

/** `suixing case heirs contact NUMBER HEIR`, the contact as JSON from standard input. */
export async function readHeirContactOf(
  frame: Frame,
  { agency, caller, number, successorId }: HeirsDesk & { readonly successorId: string },
): Promise<ExitCode> {
  const read = readJson(await text(frame.stdin), { schema: newHeirContact, code: 'succession.wrong' });
  if (!read.ok) return conclude(frame, read, () => '');
  frame.shown?.add(number);
  const said = { successorId, contact: read.value };
  const kept = await inTransaction(agency.database, (tx) =>
    keepHeirContact(tx, { context: agency, caller, number, ...said }),
  );
  return conclude(frame, kept, () => say(frame, contactKept));
}

const contactKept = {
  zh: '已登记；以后的告知书用这个语言，通知发到这个邮箱。',
  en: 'Recorded; letters come in this language from now on, and notices to this address.',
};

/** `suixing case heirs link NUMBER HEIR [--days N]`: the secret is shown this once. */
export async function giveLinkOf(
  frame: Frame,
  {
    agency,
    caller,
    number,
    successorId,
    days,
  }: HeirsDesk & { readonly successorId: string; readonly days: number },
): Promise<ExitCode> {
  const given = await inTransaction(agency.database, (tx) =>
    giveLinkToHeir(tx, { context: agency, caller, number, successorId, days }),
  );
  return conclude(frame, given, ({ secret, expiresAt }) =>
    say(frame, {
      zh: `${secret}\n有效期至 ${shanghaiTime(expiresAt)}；只显示这一次，只交给这位继承人本人。`,
      en: `${secret}\nvalid until ${shanghaiTime(expiresAt)}; shown this once, and for this heir alone.`,
    }),
  );
}

/**
 * `suixing heir-link`, what an heir without a login does, as JSON from standard input: `{"secret"}` shows the shares, with
 * `word` (and `disputes`) it speaks, with `payee` it names the account.
 */
export async function useHeirLink(
  frame: Frame,
  context: WithdrawalContext & PrintingContext,
): Promise<ExitCode> {
  const written = readJsonValue(await text(frame.stdin), 'succession.wrong');
  if (!written.ok) return conclude(frame, written, () => '');
  const given = Object(written.value) as Record<string, unknown>; // any value can be looked at so
  const secret = typeof given.secret === 'string' ? given.secret : '';
  if (given.payee !== undefined) {
    const payee = readNewPayee(given.payee);
    if (!payee.ok) return conclude(frame, payee, () => '');
    const asked = { context, secret, payee: payee.value, language: frame.lang };
    const done = await inTransaction(context.database, (tx) => nameAccountByLink(tx, asked));
    return conclude(frame, done, ({ accountTail, doubts }) =>
      [`…${accountTail}`, ...doubtLines(frame, doubts)].join('\n'),
    );
  }
  if (given.contact !== undefined) {
    const contact = newHeirContact.safeParse(given.contact);
    if (!contact.success)
      return conclude(frame, refuse({ code: 'cli.bad-value', figures: { name: 'contact' } }), () => '');
    const asked = { context, secret, contact: contact.data };
    const kept = await inTransaction(context.database, (tx) => keepContactByLink(tx, asked));
    return conclude(frame, kept, () => say(frame, contactKept));
  }
  if (given.letters !== undefined) {
    const listed = await listLettersByLink(context.database, secret);
    return conclude(frame, listed.ok ? ok({ items: listed.value }) : listed, ({ items }) =>
      items.map(({ number, issuedAt }) => `${number}  ${shanghaiTime(issuedAt)}`).join('\n'),
    );
  }
  if (typeof given.letter === 'string') {
    const form = given.form === 'html' ? 'html' : 'pdf';
    const language = (['zh', 'en'] as const).find((one) => one === given.language) ?? null;
    const asked = { context, secret, letter: given.letter, language, form } as const;
    const printed = await printLetterByLink(context.database, asked);
    if (!printed.ok) return conclude(frame, printed, () => '');
    frame.stdout.write(printed.value);
    return 0;
  }
  if (given.word !== undefined) {
    const word = (['agree', 'waive', 'object'] as const).find((one) => one === given.word);
    if (!word) return conclude(frame, refuse({ code: 'cli.bad-value', figures: { name: 'word' } }), () => '');
    const disputes = Array.isArray(given.disputes) ? given.disputes.map(String) : [];
    const done = await inTransaction(context.database, (tx) =>
      sayByLink(tx, { context, secret, word, disputes, language: frame.lang }),
    );
    return conclude(frame, done, ({ said }) => say(frame, said));
  }
  const seen = await readByLink(context.database, { context, secret });
  return conclude(frame, seen, ({ text: told, shares, remainder }) =>
    [
      say(frame, told),
      ...shares.map(({ yours, relation, share }) => `${yours ? '→' : ' '} ${say(frame, relation)}  ${share}`),
      say(frame, remainder),
    ].join('\n'),
  );
}

type Doing = { readonly context: WithdrawalContext; readonly caller: Caller; readonly number: string };

async function heirStep(
  frame: Frame,
  { agency: context, caller, number }: HeirsDesk,
  work: (tx: Tx, doing: Doing) => Promise<Result<HeirStep, Refusal>>,
): Promise<ExitCode> {
  const taken = await inTransaction(context.database, (tx) => work(tx, { context, caller, number }));
  const done = await unlessElsewhere(frame, { agency: context, caller, number, typed: 'case' }, taken);
  const told = done.ok ? ok(shownStep(number, done.value)) : done;
  return conclude(frame, told, (at) => stepWords(frame, at));
}

function shownStep(number: string, { id, file }: HeirStep) {
  return { number, id, state: file.state };
}

function stepWords(frame: Frame, { number, id, state }: ReturnType<typeof shownStep>): string {
  return [number, id, stateWords(frame, state)].join('  ');
}

function stateWords(frame: Frame, state: string): string {
  const name = withdrawalProcess.states[state]?.name;
  return name ? say(frame, name) : state;
}

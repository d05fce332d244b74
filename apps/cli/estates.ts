import { text } from 'node:stream/consumers';
import { counted, ok, type PlainDate, showYuan, type Text } from '#basics';
import type { Caller } from '#business/access/public';
import {
  answerInquiry,
  askForAccount,
  decideEscheat,
  decideInquiry,
  type EscheatDecision,
  type EscheatWish,
  escheats,
  type InquiryContext,
  proposeEscheat,
  readNewInquiry,
  reviewInquiry,
  waitingInquiries,
} from '#business/succession';
import { inTransaction } from '#platform/postgres';
import { conclude, type ExitCode, type Frame, nextPage, say, show } from './frame.ts';

/** The agency as estates need it, and who is at the keyboard. */
export interface EstateDesk {
  readonly agency: InquiryContext;
  readonly caller: Caller;
}

/** `suixing escheat propose PERSON --notice DATE --paper REFERENCE --reason TEXT`. */
export async function proposeEscheatOf(
  frame: Frame,
  { agency, caller, personId, wish }: EstateDesk & { readonly personId: string; readonly wish: EscheatWish },
): Promise<ExitCode> {
  const done = await inTransaction(agency.database, (tx) =>
    proposeEscheat(tx, agency, { caller, personId, wish }),
  );
  return conclude(frame, done, ({ escheatId }) =>
    say(frame, {
      zh: `已提出 ${escheatId}；公告期满后由另一名人员复核。`,
      en: `Proposed as ${escheatId}; another officer decides once the notice has run.`,
    }),
  );
}

/** `suixing escheat approve|decline PERSON ESCHEAT --reason TEXT`. */
export async function decideEscheatOf(
  frame: Frame,
  { agency, caller, decision }: EstateDesk & { readonly decision: EscheatDecision },
): Promise<ExitCode> {
  const done = await inTransaction(agency.database, (tx) => decideEscheat(tx, agency, { caller, decision }));
  return conclude(frame, done, ({ amountFen }) =>
    amountFen === null
      ? say(frame, { zh: '已退回。', en: 'Declined.' })
      : say(frame, {
          zh: `${showYuan(amountFen)} 元已归入统筹基金，账户已关闭。`,
          en: `${showYuan(amountFen)} yuan went to the pooled fund; the account is closed.`,
        }),
  );
}

/** `suixing escheat list [PERSON]`. */
export async function listEscheatsOf(
  frame: Frame,
  { agency, personId }: Pick<EstateDesk, 'agency'> & { readonly personId: string | null },
): Promise<ExitCode> {
  const items = await escheats(agency.database, { personId, after: null, limit: 100 });
  show(frame, { items }, () =>
    items
      .map((one) => [one.personId, one.escheatId, one.noticeOn, `+${one.noticeDays}`].join('  '))
      .join('\n'),
  );
  return 0;
}

/** `suixing account-inquiry ask`, who died and who asks as JSON from standard input. */
export async function askForAccountOf(frame: Frame, agency: InquiryContext): Promise<ExitCode> {
  const read = readNewInquiry(await text(frame.stdin));
  if (!read.ok) return conclude(frame, read, () => '');
  const done = await inTransaction(agency.database, (tx) => askForAccount(tx, agency, read.value));
  return conclude(frame, done, ({ inquiryId, secret, message }) =>
    [inquiryId, secret, say(frame, message)].join('\n'),
  );
}

/** `suixing account-inquiry answer NUMBER`, the secret from standard input. */
export async function answerInquiryOf(
  frame: Frame,
  { agency, inquiryId }: { readonly agency: InquiryContext; readonly inquiryId: string },
): Promise<ExitCode> {
  const secret = (await text(frame.stdin)).trim();
  const answer = await answerInquiry(agency.database, agency, { inquiryId, secret });
  return conclude(frame, ok(answer), ({ message, balanceFen }) =>
    [say(frame, message), ...(balanceFen === null ? [] : [showYuan(balanceFen)])].join('\n'),
  );
}

/** `suixing account-inquiry list [--cursor CURSOR]`: those that wait for an officer, each with how many papers came with it. */
export async function listInquiriesOf(
  frame: Frame,
  { agency, after }: Pick<EstateDesk, 'agency'> & { readonly after: string | null },
): Promise<ExitCode> {
  const found = await waitingInquiries(agency.database, agency, { after, limit: 51 });
  const items = found.slice(0, 50);
  const next = found.length > 50 ? (items.at(-1)?.inquiryId ?? null) : null;
  show(frame, { items, next }, () =>
    [
      ...items.map((one) =>
        [
          ...[one.inquiryId, one.deceasedName, one.deceasedNumber, one.relation, one.askerName],
          say(frame, papersInWords(one.files.length)),
        ].join('  '),
      ),
      ...(next === null ? [] : [say(frame, nextPage(next))]),
    ].join('\n'),
  );
  return 0;
}

function papersInWords(papers: number): Text {
  return { zh: `材料 ${papers} 份`, en: counted(papers, 'paper', 'papers') };
}

/** `suixing account-inquiry review NUMBER yes|no --death REFERENCE --relation REFERENCE [--identity REFERENCE] [--died-on DATE]`. */
export async function reviewInquiryOf(
  frame: Frame,
  asked: EstateDesk & {
    readonly inquiryId: string;
    readonly entitled: boolean;
    readonly deathPaper: string;
    readonly relationPaper: string;
    readonly identityPaper: string | null;
    readonly diedOn: PlainDate | null;
  },
): Promise<ExitCode> {
  const { agency, ...given } = asked;
  const done = await inTransaction(agency.database, (tx) => reviewInquiry(tx, agency, given));
  return conclude(frame, done.ok ? ok({ inquiryId: asked.inquiryId }) : done, ({ inquiryId }) => inquiryId);
}

/** `suixing account-inquiry confirm|reject NUMBER`. */
export async function decideInquiryOf(
  frame: Frame,
  asked: EstateDesk & { readonly inquiryId: string; readonly confirmed: boolean },
): Promise<ExitCode> {
  const { agency, ...given } = asked;
  const done = await inTransaction(agency.database, (tx) => decideInquiry(tx, agency, given));
  return conclude(frame, done.ok ? ok({ inquiryId: asked.inquiryId }) : done, ({ inquiryId }) => inquiryId);
}

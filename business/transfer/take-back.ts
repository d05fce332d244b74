import { ok, type Refusal, type Result, type Text } from '#basics';
import { actionsOf, type CaseFile } from '#engines/casework';
import type { Reader, Tx } from '#platform/postgres';
import type { Transfer } from './acceptance.store.ts';
import type { TransferContext } from './context.ts';
import type { InvalidationCode } from './messages/invalidate.ts';
import { postOfCase } from './paper/post.store.ts';
import { placeOf } from './place-of.ts';
import { issueForm } from './step-telling.ts';
import { type Told, tellPartner } from './tell-partner.ts';

interface TakingBack {
  readonly context: TransferContext;
  readonly file: CaseFile;
  readonly transfer: Transfer;
  readonly reason: InvalidationCode;
  readonly text: Text;
}

/**
 * Takes back what the other agency was told when somebody applied here, and prints it on the last step of `file`. A letter that
 * nobody has posted yet just stays here.
 */
export async function takeBackOnStep(tx: Tx, asked: TakingBack): Promise<Result<CaseFile, Refusal>> {
  const { context, file } = asked;
  const said = await takeBackWhatWasSaid(tx, asked);
  if (!said.ok || said.value === null) return said.ok ? ok(file) : said;
  if (said.value.channel === 'paper' && !(await wasPosted(tx, file))) return ok(file);
  return issueForm(tx, { context, file, told: said.value });
}

async function wasPosted(reader: Reader, file: CaseFile): Promise<boolean> {
  return (await postOfCase(reader, placeOf(file))).some(({ postedOn }) => postedOn !== null);
}

/**
 * Takes back what the other agency was told when somebody applied here: our contact letter, or the announcement of who leaves.
 * Null where nobody applied here: the case was opened by a letter of theirs.
 */
export async function takeBackWhatWasSaid(tx: Tx, asked: TakingBack): Promise<Result<Told | null, Refusal>> {
  const { context, file, transfer, reason, text } = asked;
  const told = (await actionsOf(tx, file)).findLast(({ action }) => action === 'submit')?.data.sent;
  if (typeof told !== 'string') return ok(null);
  const body = { invalidates: told, reason, text, replacedBy: null };
  const takesBack = transfer.direction === 'out' ? 'certificate' : 'contact-letter';
  return tellPartner(tx, { context, transfer, file, type: 'invalidate', body, takesBack });
}

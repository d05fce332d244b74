import { type Refusal, type Result, shanghaiDate, type Text } from '#basics';
import { personToTell } from '#business/registry';
import { actionsOf, type CaseFile } from '#engines/casework';
import type { Reader, Tx } from '#platform/postgres';
import { type TransferContext, today } from '../context.ts';
import type { FoundTransfer } from '../find-transfer.ts';
import type { InformationSheet } from '../messages/information-sheet.ts';
import { partnerName } from '../partner-name.ts';
import { step, type TransferStep } from '../step.ts';
import { stepSaying } from '../step-telling.ts';
import { gatherSheet } from './gather-sheet.ts';
import { type SheetFacts, writeSheet } from './write-sheet.ts';

/** The whole sheet as things are on record now, in the place of the last that was sent; null where none was. */
export async function sheetAgain(
  reader: Reader,
  asked: FoundTransfer & {
    readonly context: TransferContext;
    /** What it tells of the account; as it stands where left out. */
    readonly account?: SheetFacts['account'] | undefined;
  },
): Promise<{ readonly body: InformationSheet; readonly replaces: string } | null> {
  const { context, file, transfer, account } = asked;
  const done = await actionsOf(reader, file);
  const sheets = done.flatMap(({ data }) => (typeof data.sheet === 'string' ? [data.sheet] : []));
  const accepted = done.findLast(({ action }) => action === 'accept');
  const replaces = sheets.at(-1);
  if (!accepted || replaces === undefined) return null;
  const facts = await gatherSheet(reader, {
    ...{ context, transfer, partnerName: await partnerName(reader, { context, region: transfer.partner }) },
    endedOn: shanghaiDate(accepted.at),
  });
  const told = account === undefined ? facts : { ...facts, account };
  const sheet = writeSheet(told, { revision: sheets.length + 1, replaces });
  return { body: { ...sheet, preparedOn: today(context) }, replaces };
}

/**
 * A step with which the balance stays here although the months have moved: the sheet goes out anew without an account, so that the
 * other agency waits for no balance; its form says what becomes of it. Just the step where no sheet was sent.
 */
export async function stepWithoutBalance(
  tx: Tx,
  asked: Omit<TransferStep, 'data' | 'context'> & FoundTransfer & { readonly context: TransferContext },
): Promise<Result<CaseFile, Refusal>> {
  const again = await sheetAgain(tx, { ...asked, account: null });
  if (again === null) return step(tx, asked);
  const { body, replaces } = again;
  const died = asked.action === 'close-by-death' || (await personToTell(tx, asked.file.ownerId))?.died;
  const remark = died ? toHeirs : toPerson;
  return stepSaying(tx, {
    ...{ ...asked, says: { type: 'information-sheet', body, remark } },
    data: (sheet) => ({ sheet, replaces }),
  });
}

const toPerson: Text = {
  zh: '余额不划转：转入地没有提供可用的收款账户，由我机构一次性付给本人',
  en: 'The balance does not go: no account that takes it was named, and we pay it out to the person',
};

const toHeirs: Text = {
  zh: '余额不划转：本人已经去世，余额留在账户，由继承人申请',
  en: 'The balance does not go: the person has died, and it stays in the account for the heirs',
};

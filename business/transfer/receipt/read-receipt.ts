import { ok, type PlainDate, plainDate, type Refusal, type Result, refuse, shanghaiDate } from '#basics';
import { officeName } from '#business/letters';
import { maskName, personById } from '#business/registry';
import { actionsOf, type CaseAction, type CaseFile, trackingCodeOf } from '#engines/casework';
import { partnerAnswerWorkingDays, transferOutWorkingDays, valueOn } from '#law';
import type { Reader } from '#platform/postgres';
import type { Transfer } from '../acceptance.store.ts';
import type { Doing, TransferContext } from '../context.ts';
import { transferByNumber } from '../find-transfer.ts';
import { postOfCase } from '../paper/post.store.ts';
import { partnerTold } from '../partner-name.ts';
import { placeOf } from '../place-of.ts';
import { type ReceiptFacts, type TransferReceipt, tellReceipt } from './tell-receipt.ts';

/**
 * The receipt of an application for a transfer: what was applied for, when, with which code it is asked after, and what comes next.
 * Made from the case alone, so that it reads the same whenever it is printed. Refuses `casework.no-case`, and
 * `transfer.not-applied-for` of what nobody has applied for yet.
 */
export async function readTransferReceipt(
  reader: Reader,
  asked: Omit<Doing, 'seen'>,
): Promise<Result<TransferReceipt, Refusal>> {
  const found = await transferByNumber(reader, asked);
  if (!found.ok) return found;
  const { file, transfer } = found.value;
  const done = await actionsOf(reader, file);
  const submitted = done.find(({ action }) => action === 'submit');
  if (!submitted) return refuse({ code: 'transfer.not-applied-for' });
  const { context } = asked;
  const post = (await postOfCase(reader, placeOf(file))).some(({ seq }) => seq === submitted.seq);
  const partner = await partnerTold(reader, { context, region: transfer.partner });
  const person = await personById(reader, file.ownerId);
  return ok(
    tellReceipt({
      ...factsOf(submitted, { context, file, transfer, post }),
      partner: partner.name,
      // Who leaves reads what the directory says of where they go, and who comes what their letter said.
      takesBalance:
        transfer.direction === 'out' ? partner.takesBalances : submitted.data.takesBalance !== false,
      nothingThere: submitted.data.nothingThere === true,
      personName: maskName(person?.name ?? ''),
      office: await officeName(reader, file.officeId),
    }),
  );
}

function factsOf(
  { at, data }: CaseAction,
  case_: {
    readonly context: TransferContext;
    readonly file: CaseFile;
    readonly transfer: Transfer;
    readonly post: boolean;
  },
): Omit<ReceiptFacts, 'partner' | 'personName' | 'office' | 'takesBalance' | 'nothingThere'> {
  const { context, file, transfer, post } = case_;
  const receivedOn = shanghaiDate(at);
  const answerDays = figureOn(partnerAnswerWorkingDays, receivedOn);
  const counted = context.workingDays.add(receivedOn, answerDays);
  const told = typeof data.answerBy === 'string' ? plainDate(data.answerBy) : counted.on;
  const { certificateNumber, validUntil } = data;
  return {
    ...{ number: file.number, direction: transfer.direction, region: context.region, receivedOn },
    ...{ trackingCode: trackingCodeOf(context.seal, file), answerDays },
    // What goes by post is answered so many days after it was posted, and nobody knows that day yet.
    answerBy: post ? null : { on: told, provisional: counted.provisional },
    leavingDays: figureOn(transferOutWorkingDays, receivedOn),
    certificate:
      typeof certificateNumber === 'string' && typeof validUntil === 'string'
        ? { number: certificateNumber, validUntil: plainDate(validUntil) }
        : null,
  };
}

function figureOn(figure: Parameters<typeof valueOn<number>>[0], on: PlainDate): number {
  const value = valueOn(figure, on)?.value;
  if (value === undefined) throw new Error(`${figure.id} has no value on ${on}`);
  return value;
}

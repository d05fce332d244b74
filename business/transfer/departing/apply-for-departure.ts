import { ok, type Refusal, type Result, refuse } from '#basics';
import { actorOf, type Caller, channelOf, maySee, onlyPersonOf } from '#business/access/public';
import { personById } from '#business/registry';
import type { CaseFile } from '#engines/casework';
import type { Reader, Tx } from '#platform/postgres';
import { askFor } from '../ask-for.ts';
import { beginTransfer } from '../begin-transfer.ts';
import { rulesInForce, type TransferContext, today } from '../context.ts';
import { departureProcess } from '../departure.ts';
import type { FoundTransfer } from '../find-transfer.ts';
import { lockApplications } from '../lock-applications.ts';
import { notOpen } from '../pre-check/not-open.ts';
import { type PreCheck, preCheckOut } from '../pre-check/pre-check.ts';
import { stepSaying } from '../step-telling.ts';
import { gatherDeparture } from './gather-departure.ts';
import { accountOn, holdsNothing } from './gather-sheet.ts';
import { issueCertificate } from './issue-certificate.ts';

export interface DepartureApplication {
  readonly context: TransferContext;
  readonly caller: Caller;
  /** Null: the one person that the caller may act for. */
  readonly personId: string | null;
  /** Where the person goes, six digits. */
  readonly to: string;
}

/**
 * Whether a person can be transferred to another region today: everything that stands in the way, with who has to do what, before
 * anything is filed.
 */
export async function checkDeparture(
  reader: Reader,
  application: DepartureApplication,
): Promise<Result<PreCheck & { readonly ownerId: string; readonly officeId: string }, Refusal>> {
  const { context, caller, to } = application;
  const named = application.personId ?? onlyPersonOf(caller);
  const person =
    named !== null && maySee(caller, named, { process: departureProcess.id, id: null })
      ? await personById(reader, named)
      : undefined;
  if (!person) return refuse({ code: 'transfer.no-person' });
  const rules = rulesInForce(context);
  if (!rules.ok) return rules;
  const { ownerId, officeId } = person;
  const facts = await gatherDeparture(reader, {
    context,
    owner: ownerId,
    partner: to,
    caseId: null,
    said: null,
    toldTo: caller,
  });
  return ok({ ...preCheckOut(facts, rules.value), ownerId, officeId });
}

/**
 * Applies for a transfer to another agency: the insurance certificate is issued, and the agency over there is told of the
 * person, so that its contact letter comes whether or not the person brings the certificate.
 */
export async function applyForDeparture(
  tx: Tx,
  application: DepartureApplication,
): Promise<Result<CaseFile, Refusal>> {
  const { context, caller, to } = application;
  await lockApplications(tx, application);
  const check = await checkDeparture(tx, application);
  if (!check.ok) return check;
  if (check.value.outcome !== 'open') return notOpen(check.value);
  const { ownerId, officeId } = check.value;
  const begun = await beginTransfer(tx, {
    ...{ context, direction: 'out', partner: to, ownerId, officeId, channel: channelOf(caller) },
  });
  return begun.ok ? submit(tx, { context, caller, ...begun.value }) : begun;
}

async function submit(
  tx: Tx,
  submitted: FoundTransfer & { readonly context: TransferContext; readonly caller: Caller },
): Promise<Result<CaseFile, Refusal>> {
  const { context, caller, file, transfer } = submitted;
  const certificate = await issueCertificate(tx, { context, owner: file.ownerId });
  const body = askFor(context, { missing: 'contact-letter', refersTo: null, certificate });
  const { transferId, partner } = transfer;
  const { number: certificateNumber, validUntil } = certificate;
  const nothing = holdsNothing(await accountOn(tx, { owner: file.ownerId, on: today(context) }));
  const kept = {
    ...{ transferId, partner, answerBy: body.answerBy, certificateNumber, validUntil },
    // The receipt reads the same whenever it is printed, and says nothing of a balance where there was none.
    ...(nothing ? { nothingThere: true } : {}),
  };
  return stepSaying(tx, {
    ...{ context, file, transfer, actor: actorOf(caller), action: 'submit', met: ['conditions-met'] },
    ...{ says: { type: 'reminder', body }, data: (sent) => ({ sent, ...kept }) },
  });
}

import { ok, type Refusal, type Result, shanghaiDate } from '#basics';
import { system } from '#business/access/public';
import { lockRecords } from '#business/registry';
import { actionsOf, systemActor } from '#engines/casework';
import type { Tx } from '#platform/postgres';
import { rulesInForce, today } from '../context.ts';
import { casesInTheWay } from '../pre-check/cases-in-the-way.ts';
import { declineReasons, type PreCheck, preCheckOut } from '../pre-check/pre-check.ts';
import { partnerActor, step } from '../step.ts';
import { stepSaying } from '../step-telling.ts';
import type { Effect } from '../words/word.ts';
import { acceptOnLetter } from './accept-on-letter.ts';
import { namesAsBefore } from './decline-unknown.ts';
import { gatherDeparture } from './gather-departure.ts';
import { joinWaiting } from './join-waiting.ts';
import type { Lettered } from './take-letter.ts';

/** Whatever stands against the transfer today, and what follows from it. */
export async function weigh(tx: Tx, lettered: Lettered): Promise<Result<Effect, Refusal>> {
  const checked = await checkLetter(tx, lettered);
  return checked.ok ? decide(tx, { ...lettered, check: checked.value }) : checked;
}

/**
 * A letter that comes again after a decline, under the same number: what stood against it may be mended, and the case goes on with it. The
 * very same reasons nobody is told twice a day.
 */
export async function weighAgain(tx: Tx, lettered: Lettered): Promise<Result<Effect, Refusal>> {
  const { context, file, transfer, word } = lettered;
  const { ownerId } = file;
  // Who applies here in the same moment is seen, or sees this.
  await lockRecords(tx, ownerId);
  const before = await checkLetter(tx, lettered);
  if (!before.ok) return before;
  // An application that waits here ends only where this letter carries it on: whatever else is in the way leaves it waiting.
  const carriesOn = before.value.reasons.every(({ code }) => code === 'transfer-open');
  const joined = carriesOn ? await joinWaiting(tx, { context, word, ownerId, into: file }) : ok(null);
  if (!joined.ok) return joined;
  const checked = carriesOn ? await checkLetter(tx, lettered) : before;
  if (!checked.ok) return checked;
  const weighed = { ...lettered, check: checked.value };
  if (await toldToday(tx, weighed)) return ok({ ownerId, effect: 'declined-already' });
  const data = { messageId: word.messageId };
  const actor = partnerActor(transfer.partner);
  const again = await step(tx, { context, file, transfer, actor, action: 'letter-again', data });
  return again.ok ? decide(tx, { ...weighed, file: again.value }) : again;
}

type Weighed = Lettered & { readonly check: PreCheck };

async function checkLetter(
  tx: Tx,
  { context, file, transfer, word }: Lettered,
): Promise<Result<PreCheck, Refusal>> {
  const rules = rulesInForce(context);
  if (!rules.ok) return rules;
  const facts = await gatherDeparture(tx, {
    ...{ context, owner: file.ownerId, partner: transfer.partner, caseId: file.id, said: word.body.person },
    toldTo: null,
  });
  return ok(preCheckOut(facts, rules.value));
}

async function decide(tx: Tx, weighed: Weighed): Promise<Result<Effect, Refusal>> {
  const open = weighed.check.outcome === 'open';
  const done = open ? await acceptOnLetter(tx, weighed) : await decline(tx, weighed);
  return done.ok ? ok({ ownerId: weighed.file.ownerId, effect: open ? 'accepted' : 'declined' }) : done;
}

async function toldToday(tx: Tx, { context, file, word, check }: Weighed): Promise<boolean> {
  const last = (await actionsOf(tx, file)).findLast(({ action }) => action === 'decline');
  if (!last || check.outcome === 'open' || shanghaiDate(last.at) !== today(context)) return false;
  const told = last.data.check as unknown as PreCheck; // as `decline` kept it
  const codes = ({ reasons }: PreCheck) => reasons.map(({ code }) => code).join();
  if (codes(told) !== codes(check)) return false;
  // Another name or document is another question, though the answer may be the same.
  return namesAsBefore(tx, { context, word, messageId: String(last.data.messageId) });
}

async function decline(tx: Tx, declined: Weighed) {
  const { context, file, transfer, word, check } = declined;
  const reasons = declineReasons(check);
  const body = { reasons, declinedOn: today(context), supersededBy: null };
  // For our own officers: the other agency is not told which case it is.
  const { holder } = await casesInTheWay(tx, { ...{ owner: file.ownerId, caseId: file.id }, toldTo: system });
  const { messageId } = word;
  return stepSaying(tx, {
    ...{ context, file, transfer, actor: systemActor, action: 'decline', met: ['conditions-not-met'] },
    says: { type: 'transfer-declined', body, inReplyTo: messageId },
    data: (answeredBy) => ({
      ...{ messageId, answeredBy, check: plain(check) },
      ...(holder === null ? {} : { standsInTheWay: holder }),
    }),
  });
}

function plain(check: PreCheck) {
  return JSON.parse(JSON.stringify(check)); // kept with the action as plain JSON
}

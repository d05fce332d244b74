import { ok, type Refusal, type Result, refuse } from '#basics';
import { type Caller, channelOf, maySee, onlyPersonOf } from '#business/access/public';
import { personById } from '#business/registry';
import { type CaseFile, openCase } from '#engines/casework';
import { numberPrefixOf } from '#law';
import type { Tx } from '#platform/postgres';
import { rulesInForce, type WithdrawalContext } from './context.ts';
import { type NewPayee, namePayeeOf } from './name-payee.ts';
import { type NewPaper, providePaperOf } from './provide-material.ts';
import { submitFile } from './submit-application.ts';
import { withdrawalProcess } from './withdrawal.ts';

export interface Application {
  readonly context: WithdrawalContext;
  readonly caller: Caller;
  /** Whose account; where left out, the one person that the caller may act for. */
  readonly personId: string | null;
  readonly ground: string;
  readonly payee: NewPayee | null;
  readonly papers: readonly NewPaper[];
  /** False keeps a draft, which holds nothing and starts no deadline. */
  readonly submit: boolean;
  /** The person was told what stands against it and wants a written decision all the same. */
  readonly applyAnyway: boolean;
}

/** Opens a case on a ground of the rules in force today, and submits it unless a draft is wanted. */
export async function applyForWithdrawal(
  tx: Tx,
  application: Application,
): Promise<Result<CaseFile, Refusal>> {
  const opened = await openFor(tx, application);
  if (!opened.ok) return opened;
  let file = opened.value;
  const { context, caller } = application;
  for (const paper of application.papers) {
    const given = await providePaperOf(tx, { context, caller, file, paper });
    if (!given.ok) return given;
    file = given.value;
  }
  if (application.payee) {
    const named = await namePayeeOf(tx, { context, caller, file, payee: application.payee });
    if (!named.ok) return named;
    file = named.value;
  }
  if (!application.submit) return ok(file);
  return submitFile(tx, { context, caller, file, applyAnyway: application.applyAnyway });
}

async function openFor(tx: Tx, application: Application): Promise<Result<CaseFile, Refusal>> {
  const { context, caller, ground } = application;
  const named = application.personId ?? onlyPersonOf(caller);
  const person =
    named !== null && maySee(caller, named, { process: withdrawalProcess.id, id: null })
      ? await personById(tx, named)
      : undefined;
  if (!person) return refuse({ code: 'withdrawal.no-person' });
  const { ownerId } = person;
  if (caller.kind === 'successor' && ground !== 'death') {
    return refuse({ code: 'withdrawal.ground-by-successor' });
  }
  const rules = rulesInForce(context);
  if (!rules.ok) return rules;
  const ruleSet = rules.value;
  if (!ruleSet.options.some((option) => option.action === 'withdraw' && option.ground === ground)) {
    return refuse({ code: 'withdrawal.bad-input', problems: [unknownGround] });
  }
  const { clock, ids, random } = context;
  const file = await openCase(tx, {
    ...{ process: withdrawalProcess, ownerId, subject: ground, clock, ids, random },
    ruleSet: ruleSet.id,
    ruleVersion: ruleSet.version,
    officeId: person.officeId,
    channel: channelOf(caller),
    numberPrefix: numberPrefixOf(context.region),
  });
  return ok(file);
}

const unknownGround = {
  path: 'ground',
  detail: { zh: '现行规则里没有这个情形', en: 'The rules in force have no such ground' },
};

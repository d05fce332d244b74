import { ok, type Refusal, type Result } from '#basics';
import { actorOf, type Caller } from '#business/access/public';
import type { PaperProcedure } from '#business/materials';
import type { CaseFile, JsonObject } from '#engines/casework';
import type { MaterialRule } from '#engines/rules';
import type { Reader, Tx } from '#platform/postgres';
import type { Applicant } from './applicant-seen.ts';
import type { WithdrawalContext } from './context.ts';
import { optionOf } from './decide-withdrawal.ts';
import { findWithdrawal } from './find-withdrawal.ts';
import { providePaper } from './provide-material.ts';
import { step } from './step.ts';
import { takeUp } from './take-up.ts';
import { weigh } from './weigh.ts';

/** What the room of papers needs of withdrawals. */
export function withdrawalPapers(context: WithdrawalContext): PaperProcedure {
  return {
    papersOf: (reader, file, applicant) => papersOf(reader, { context, file, applicant }),
    provide: (tx, asked) => providePaper(tx, { ...asked, context }),
    judge: (tx, asked) => judge(tx, { ...asked, context }),
  };
}

async function papersOf(
  reader: Reader,
  asked: {
    readonly context: WithdrawalContext;
    readonly file: CaseFile;
    readonly applicant: Applicant;
  },
) {
  const { file } = asked;
  const weighed = await weigh(reader, asked);
  if (!weighed.ok) return weighed;
  const { ruleSet, findings } = weighed.value;
  const materials = optionOf(ruleSet, file.subject).materials.map(titled);
  return ok({ materials, papers: findings.papers });
}

function titled({ material, onlyFor }: MaterialRule) {
  return { ...material, onlyFor };
}

/** The first verdict on a paper takes the case up. */
async function judge(
  tx: Tx,
  judging: {
    readonly context: WithdrawalContext;
    readonly caller: Caller;
    readonly number: string;
    readonly seen?: number | undefined;
    readonly data: JsonObject;
  },
): Promise<Result<CaseFile, Refusal>> {
  const { context, caller, data } = judging;
  const found = await findWithdrawal(tx, judging);
  if (!found.ok) return found;
  const taken = await takeUp(tx, { ...judging, file: found.value });
  if (!taken.ok) return taken;
  return step(tx, { context, file: taken.value, actor: actorOf(caller), action: 'judge-paper', data });
}

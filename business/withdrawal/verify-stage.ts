import type { Facts } from '#business/registry/public';
import { type Grounds, type JsonObject, type Verification, verifyStage } from '#engines/casework';
import { type RuleSchedule, ruleSetOfVersion } from '#engines/rules';
import { type CaseFacts, findingsOf, stored } from './decide-withdrawal.ts';

/** Computes the findings of a stage again from its stored facts, by its stored rule version, and compares. */
export function verifyWithdrawalStage(
  schedule: RuleSchedule<Facts>,
  stage: Grounds & { readonly digest: Uint8Array | null },
): Verification {
  return verifyStage(
    stage,
    ({ ruleSet: id, ruleVersion: version, subject: ground, facts }): JsonObject | null => {
      const ruleSet = ruleSetOfVersion(schedule, { id, version });
      // Facts are stored by this folder in this form; altered beyond reading they are told, not thrown.
      return ruleSet ? stored(findingsOf(ruleSet, { ground, facts: facts as unknown as CaseFacts })) : null;
    },
  );
}

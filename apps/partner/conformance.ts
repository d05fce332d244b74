import type { Text } from '#basics';
import { newSigningKey } from '#platform/signing';
import { checks } from './checks/all.ts';
import type { Check, Kit } from './checks/check.ts';
import { type KitKeys, signerOf } from './kit-keys.ts';
import type { Target } from './target.ts';

export interface CheckReport {
  readonly id: string;
  readonly says: Text;
  /** Of docs/exchange. */
  readonly section: string;
  readonly passed: boolean;
  /** What went otherwise; null where nothing did. */
  readonly saw: string | null;
}

export interface ConformanceReport {
  readonly passed: number;
  readonly failed: number;
  readonly checks: readonly CheckReport[];
}

/** Runs the whole suite against a gateway, one check after the other. */
export async function runConformance(
  target: Target,
  {
    keys,
    onCheck = () => undefined,
  }: { readonly keys: KitKeys; readonly onCheck?: (report: CheckReport) => void },
): Promise<ConformanceReport> {
  const now = Date.now();
  const stranger = newSigningKey({ from: new Date(now - 86_400_000), until: new Date(now + 86_400_000) });
  const kit: Kit = {
    target,
    signers: {
      ...{ partner: signerOf(keys.partner), partnerNext: signerOf(keys.partnerNext) },
      ...{ partnerExpired: signerOf(keys.partnerExpired), other: signerOf(keys.other) },
      ...{ suspended: signerOf(keys.suspended), stranger: signerOf(stranger) },
    },
  };
  const reports: CheckReport[] = [];
  for (const check of checks) {
    const saw = await tried(check, kit);
    const report = { id: check.id, says: check.says, section: check.section, passed: saw === null, saw };
    reports.push(report);
    onCheck(report);
  }
  const failed = reports.filter(({ passed }) => !passed).length;
  return { passed: reports.length - failed, failed, checks: reports };
}

/** A gateway that does not answer at all has failed the check. */
async function tried({ run }: Check, kit: Kit): Promise<string | null> {
  try {
    return await run(kit);
  } catch (fault) {
    return `no answer: ${fault instanceof Error ? fault.message : String(fault)}`;
  }
}

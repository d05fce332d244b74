import { type Facts, legalBasis } from '#business/registry/public';
import { transferOption } from '#business/transfer/public';
import { grounds } from '#business/withdrawal/public';
import { defineOption, defineRuleSet, type MaterialRule, type Option } from '#engines/rules';
import { regionPack } from '#law';

/** Which provision of Chengdu’s stands where the guide of Shenzhen is cited; provisions of national law stay. */
const citedFor: Readonly<Record<string, string>> = {
  ...{ 'G0.1': 'TRANSFER-FLOW', 'G0.2': 'TRANSFER-2', 'G0.3': 'CD-ASSUMED', 'G0.4': 'SC-2024' },
  ...{ 'G0.5': 'GF-1998-44', G1: 'SC-2024', G2: 'SC-2024', G3: 'CD-ASSUMED', G4: 'CD-ASSUMED' },
  ...{ 'G5.1': 'GF-1998-44', 'G5.2': 'GF-1998-44', 'GD-GUIDE': 'SC-2024', 'GD-GUIDE-RETIRED': 'SC-2024' },
  ...{ 'GD-GUIDE-DEATH': 'SC-2024', 'SZ-GUIDE-ABROAD': 'SC-2024' },
};

/** Sichuan’s rule does not pay out because of treatment elsewhere. */
const notInSichuan = new Set(['retired-treated-elsewhere']);

/** Chengdu’s rules: the grounds that Sichuan has and those assumed where it says nothing, each on its own provisions. */
export const chengdu = defineRuleSet<Facts>({
  id: 'chengdu',
  version: '1',
  options: [...grounds.filter(({ ground }) => !notInSichuan.has(ground)), transferOption].map(asInChengdu),
});

function asInChengdu(option: Option<Facts>): Option<Facts> {
  return defineOption<Facts>({
    ...option,
    conditions: option.conditions.map((condition) => ({ ...condition, source: cited(condition.source) })),
    materials: option.materials.map(withOwnBasis),
    clauses: [...new Set(option.clauses.map(cited))],
    workingDays: option.action === 'withdraw' ? withdrawalDays() : option.workingDays,
  });
}

function withOwnBasis({ material, basis }: MaterialRule): MaterialRule {
  const own = [...new Set(basis.map(cited))];
  return { basis: own, material: { ...material, legalBasis: legalBasis(own) } };
}

function cited(id: string): string {
  return citedFor[id] ?? id;
}

function withdrawalDays(): number {
  const latest = regionPack('510100').withdrawalWorkingDays.values.at(-1);
  if (!latest) throw new Error('law holds no working days for a withdrawal in Chengdu');
  return latest.value;
}

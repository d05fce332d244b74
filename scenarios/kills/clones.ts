import { addDays } from '#basics';
import type { Scenario } from '../scenario.ts';

/** The same application by many people: each has a passport, a name, a birthday and a bank account of their own. */
export function clonesOf(
  scenario: Scenario,
  { from, count }: { readonly from: number; readonly count: number },
): Scenario[] {
  return Array.from({ length: count }, (_, place) => cloneOf(scenario, from + place));
}

function cloneOf(scenario: Scenario, number: number): Scenario {
  const nameLatin = `Claire Dupont ${letters(number)}`;
  const { payee } = scenario.apply;
  return {
    ...scenario,
    name: `${scenario.name}-${number}`,
    person: {
      ...scenario.person,
      nameLatin,
      bornOn: addDays(scenario.person.bornOn, number),
      documentNumber: `KX${String(number).padStart(7, '0')}`,
    },
    apply: {
      ...scenario.apply,
      payee: { ...payee, name: nameLatin, account: `6222029${String(number).padStart(12, '0')}` },
    },
  };
}

/** 0 → `A`, 27 → `BB`: a name has no digits. */
function letters(number: number): string {
  const last = String.fromCharCode(65 + (number % 26));
  return number < 26 ? last : letters(Math.floor(number / 26) - 1) + last;
}

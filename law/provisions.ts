import type { PlainDate, Text } from '#basics';
import type { Grade } from './grades.ts';
import { guideClauses } from './guide-clauses.ts';
import { officialProvisions } from './official-provisions.ts';
import { remedyProvisions } from './remedies.ts';
import { sichuanProvisions } from './sichuan-provisions.ts';
import { transferProvisions } from './transfer-provisions.ts';

/** One clause that a finding, a material or a deadline rests on. */
export interface Provision {
  /** How findings cite it: `G3`, `SIH-31`. Also its anchor in docs/law/clauses.md, in lower case. */
  readonly id: string;
  readonly instrument: Text;
  /** Article, section or clause within the instrument, as its own text numbers it. */
  readonly article: Text;
  /** First day in force; null where the text names none. */
  readonly validFrom: PlainDate | null;
  /** Last day in force; null while in force. */
  readonly validTo: PlainDate | null;
  readonly grade: Grade;
  /** Where the text was read. */
  readonly reference: string;
  /** What it says, in our own words. */
  readonly says: Text;
}

/** Every clause that the product cites: the guide first, then laws and notices. */
export const provisions: readonly Provision[] = [
  ...guideClauses,
  ...officialProvisions,
  ...transferProvisions,
  ...sichuanProvisions,
  ...remedyProvisions,
];

const byId: ReadonlyMap<string, Provision> = new Map(
  provisions.map((provision) => [provision.id, provision]),
);

/** The clause of an id; a fault where the product cites what it does not hold. */
export function provision(id: string): Provision {
  const found = byId.get(id);
  if (!found) throw new Error(`no provision ${id}`);
  return found;
}

/** How a clause is cited to people, in each language. */
export function citation(id: string): Text {
  const { instrument, article } = provision(id);
  return { zh: `${instrument.zh}${article.zh}`, en: `${instrument.en}, ${article.en}` };
}

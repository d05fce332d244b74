import type { Problem, Text } from '#basics';
import type { Reader } from '#platform/postgres';
import type { Seal } from '#platform/seal';
import { documentsOf, type PersonRow, personsById } from './person.store.ts';

export const differences = ['name', 'born-on', 'sex', 'nationality'] as const;
/** In what two records that are to be merged differ. */
export type Difference = (typeof differences)[number];

/** In what two records differ, each as it would stand alone; nothing where one of them is not on record. */
export async function differencesBetween(
  reader: Reader,
  asked: { readonly seal: Seal; readonly oneId: string; readonly otherId: string },
): Promise<readonly Difference[]> {
  const persons = await personsById(reader, [asked.oneId, asked.otherId]);
  const [one, other] = persons;
  if (!one || !other) return [];
  const sexes = [await sexOf(reader, one, asked.seal), await sexOf(reader, other, asked.seal)] as const;
  return differencesOf({ ...one, sex: sexes[0] }, { ...other, sex: sexes[1] });
}

export type Compared = Pick<PersonRow, 'name' | 'nameLatin' | 'bornOn' | 'nationality'> & {
  /** As a citizen's number tells it; null where no number does. */
  readonly sex: 'male' | 'female' | null;
};

/** What two descriptions of people do not have in common; a name in either script is enough to be the same name. */
export function differencesOf(one: Compared, other: Compared): readonly Difference[] {
  const names = namesOf(other);
  return [
    ...(namesOf(one).some((name) => names.includes(name)) ? [] : (['name'] as const)),
    ...(one.bornOn === other.bornOn ? [] : (['born-on'] as const)),
    ...(one.sex === null || other.sex === null || one.sex === other.sex ? [] : (['sex'] as const)),
    ...(one.nationality === other.nationality ? [] : (['nationality'] as const)),
  ];
}

/** Another name, another birth, and another sex or nationality: hardly one person. */
export function plainlyDifferent(found: readonly Difference[]): boolean {
  return (
    found.includes('name') &&
    found.includes('born-on') &&
    (found.includes('sex') || found.includes('nationality'))
  );
}

/** What differs, as problems of a refusal; the values stay unsaid. */
export function problemsOfDifferences(found: readonly Difference[]): readonly Problem[] {
  return found.map((path) => ({ path, detail: wording[path] }));
}

const wording: Readonly<Record<Difference, Text>> = {
  name: { zh: '姓名（和拼写）不同。', en: 'The names differ, in either script.' },
  'born-on': { zh: '出生日期不同。', en: 'The days of birth differ.' },
  sex: { zh: '按身份证号码，性别不同。', en: 'By the citizens’ numbers the sexes differ.' },
  nationality: { zh: '国籍不同。', en: 'The nationalities differ.' },
};

/** Names as they compare: letters only; of a Latin name the order of its words does not count. */
function namesOf({ name, nameLatin }: Pick<Compared, 'name' | 'nameLatin'>): readonly string[] {
  return [name, nameLatin ?? '']
    .map((each) =>
      each
        .normalize('NFKC')
        .toUpperCase()
        .split(/\P{L}+/u)
        .filter(Boolean)
        .sort()
        .join(' '),
    )
    .filter((each) => each !== '');
}

/** The last but one digit of a citizen's number (GB 11643-1999): odd for men, even for women. */
async function sexOf(reader: Reader, { ownerId }: PersonRow, seal: Seal): Promise<Compared['sex']> {
  for (const { kind, numberSealed } of await documentsOf(reader, [ownerId])) {
    if (kind !== 'citizen-id' && kind !== 'residence-permit') continue;
    return Number(seal.open(numberSealed)[16]) % 2 === 1 ? 'male' : 'female';
  }
  return null;
}

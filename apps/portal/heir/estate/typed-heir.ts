import { isPlainDate, type PlainDate, type Text } from '#basics';
import { type IdentityKind, readIdentity } from '#business/registry/public';
import { isMinor, type Relation } from '#business/succession/public';
import { dayTyped, dayWrong, noDay, type TypedDay } from '../../ui/typed-day.ts';

/** An heir as they are typed. */
export interface TypedHeir {
  readonly self: boolean;
  readonly name: string;
  readonly relation: Relation | null;
  readonly basis: 'legal' | 'will' | 'legacy' | 'agreement';
  readonly born: TypedDay;
  readonly kind: IdentityKind;
  readonly number: string;
  readonly proof: string;
  readonly diedBefore: boolean;
  readonly predeceased: TypedDay;
  readonly represents: string;
  readonly guardianName: string;
  readonly guardianNumber: string;
  readonly guardianProof: string;
}

export const nobodyTyped: TypedHeir = {
  ...{ self: false, name: '', relation: null, basis: 'legal', born: noDay, kind: 'citizen-id', number: '' },
  ...{ proof: '', diedBefore: false, predeceased: noDay, represents: '' },
  ...{ guardianName: '', guardianNumber: '', guardianProof: '' },
};

/** The day of birth: typed, or as the identity card’s number says it. */
export function bornOnOf({ born, kind, number }: TypedHeir): PlainDate | null {
  const typed = dayTyped(born);
  if (typed !== null) return typed;
  const read = readIdentity({ kind, number: number.trim(), issuer: null });
  return 'value' in read ? read.value.bornOn : null;
}

/** By the agency's day, which may be another than this device's. */
export function isChild(typed: TypedHeir, today: PlainDate): boolean {
  return isMinor({ bornOn: bornOnOf(typed) }, today);
}

export interface Lacking {
  readonly field: string;
  readonly says: Text;
}

/** What is still to be filled in, or cannot be so. */
export function lackingIn(typed: TypedHeir, today: PlainDate): readonly Lacking[] {
  const { self, name, relation, number, kind, proof, diedBefore, predeceased, represents, born } = typed;
  const began = ({ year, month, day }: TypedDay) => `${year}${month}${day}`.trim() !== '';
  const bornWrong = began(born) ? dayWrong(born) : null;
  const diedWrong = diedBefore ? dayWrong(predeceased) : null;
  const identity = number.trim() === '' ? null : readIdentity({ kind, number: number.trim(), issuer: null });
  return [
    ...(name.trim() === '' ? [{ field: 'heir-name', says: words.name }] : []),
    ...(relation === null
      ? [{ field: 'relation-spouse', says: self ? words.ownRelation : words.relation }]
      : []),
    ...(relation === 'descendant' && represents === ''
      ? [{ field: 'represents', says: words.represents }]
      : []),
    ...(bornWrong === null ? [] : [{ field: 'born', says: bornWrong }]),
    ...(identity && 'wrong' in identity
      ? identity.wrong.slice(0, 1).map((says) => ({ field: 'heir-number', says }))
      : []),
    ...(diedWrong === null ? [] : [{ field: 'predeceased', says: diedWrong }]),
    ...(proof.trim() === '' ? [{ field: 'proof', says: words.proof }] : []),
    ...(isChild(typed, today) && !diedBefore ? guardianLacks(typed) : []),
  ];
}

function guardianLacks({ guardianName, guardianNumber, guardianProof }: TypedHeir): readonly Lacking[] {
  const read = readIdentity({ kind: 'citizen-id', number: guardianNumber.trim(), issuer: null });
  return [
    ...(guardianName.trim() === '' ? [{ field: 'guardian-name', says: words.guardian }] : []),
    ...('wrong' in read ? read.wrong.slice(0, 1).map((says) => ({ field: 'guardian-number', says })) : []),
    ...(guardianProof.trim() === '' ? [{ field: 'guardian-proof', says: words.guardianProof }] : []),
  ];
}

/** As the API takes it; only what `lackingIn` found nothing wrong with. */
export function heirOf(typed: TypedHeir, today: PlainDate) {
  const { self, name, relation, basis, kind, number, proof, diedBefore, predeceased, represents } = typed;
  const bornOn = dayTyped(typed.born);
  const guarded = isChild(typed, today) && !diedBefore;
  return {
    ...{ self, name: name.trim(), relation: relation ?? 'other', basis, paperReference: proof.trim() },
    represents: relation === 'descendant' ? represents : null,
    predeceasedOn: diedBefore ? dayTyped(predeceased) : null,
    bornOn: bornOn !== null && isPlainDate(bornOn) ? bornOn : null,
    identity: number.trim() === '' ? null : { kind, number: number.trim() },
    guardian: guarded
      ? {
          name: typed.guardianName.trim(),
          identity: { kind: 'citizen-id' as const, number: typed.guardianNumber.trim() },
          paperReference: typed.guardianProof.trim(),
        }
      : null,
  };
}

const words = {
  name: { zh: '请填姓名', en: 'Enter the name' },
  relation: { zh: '请选是逝者的什么人', en: 'Choose how they are related' },
  ownRelation: { zh: '请选您是逝者的什么人', en: 'Choose how you are related' },
  represents: { zh: '请选代谁继承', en: 'Choose whose place they take' },
  proof: { zh: '请写用什么材料证明', en: 'Say what paper shows it' },
  guardian: { zh: '请填监护人的姓名', en: 'Enter the guardian’s name' },
  guardianProof: { zh: '请写用什么材料证明监护关系', en: 'Say what paper shows the guardianship' },
} as const;

/** What supervision may do about a person: stop money leaving, or take back what was overpaid. */
export const measureKinds = ['investigation', 'recovery'] as const;

export type MeasureKind = (typeof measureKinds)[number];

/**
 * On which provisions each measure may rest, by their ids. An agency stops a person's money only where a law or a regulation
 * lets it, and takes back only what one says is to be paid back.
 */
export const measureBases: Readonly<Record<MeasureKind, readonly string[]>> = {
  investigation: ['FUND-30', 'FUND-41', 'SI-88'],
  recovery: ['SIH-46', 'FUND-41', 'SI-88'],
};

/** On which provisions an agency may lock a person's card. */
export const cardLockBases: readonly string[] = ['FUND-17', 'FUND-30', 'FUND-41', 'SI-88'];

import type { Text } from '#basics';
import type { Reader } from '#platform/postgres';
import type { Transfer } from '../acceptance.store.ts';
import type { TransferContext } from '../context.ts';
import type { InformationSheet } from '../messages/information-sheet.ts';
import { compare } from '../pre-check/same-person.ts';

/**
 * Who may let a sheet pass all the same: nobody where it is about somebody else, two officers where it may be, a clerk where only
 * a form was filled in wrongly.
 */
export type Passing = 'nobody' | 'two-officers' | 'clerk';

/** Why a sheet is not recorded by itself. */
export interface SheetDoubt {
  readonly code: SheetDoubtCode;
  readonly text: Text;
  /** What to do about it. */
  readonly remedy: Text;
  readonly passing: Passing;
}

export type SheetDoubtCode = keyof typeof sheetDoubts;

export const sheetDoubts = {
  'taken-back': {
    text: { zh: '转出地已经作废了这张信息表。', en: 'The other agency has taken this sheet back.' },
    remedy: {
      zh: '等转出地的更正信息表，来了自动核对；没有来的，请转出地更正。不能放行。',
      en: 'Wait for the corrected sheet, which is checked by itself when it comes; if none comes, ask for it. It cannot be let pass.',
    },
    passing: 'nobody',
  },
  'identity-differs': {
    text: {
      zh: '信息表上的证件号码不是此人在本机构登记的证件。',
      en: 'The identity number on the sheet is none that is on record here for this person.',
    },
    remedy: {
      zh: '请转出地更正；此人换过证件的，先把原证件补登记，再重新核对。不能放行。',
      en: 'Ask for a correction; where the person has had another document, put that on record first and look again. It cannot be let pass.',
    },
    passing: 'nobody',
  },
  'name-differs': {
    text: {
      zh: '信息表上的姓名与本机构登记的不同，证件号码相同。',
      en: 'The name on the sheet is not the one on record here, the identity number is the same.',
    },
    remedy: {
      zh: '请转出地更正；确是同一人（改名、异体字、译名）的，写明理由，由另一名复核人员同意后接续。',
      en: 'Ask for a correction; where it is the same person (renamed, a variant character, another spelling), say why, and a reviewer lets it pass.',
    },
    passing: 'two-officers',
  },
  'for-another-region': {
    text: { zh: '信息表写的转入地不是本机构。', en: 'The sheet names another agency as the receiving one.' },
    remedy: {
      zh: '请转出地更正；只是填写有误的，写明理由后接续。',
      en: 'Ask for a correction; where it is only a slip of the pen, say why and record it.',
    },
    passing: 'clerk',
  },
  'of-another-region': {
    text: {
      zh: '信息表写的转出地不是发来信息表的机构。',
      en: 'The sheet names another sending agency than the one that sent it.',
    },
    remedy: {
      zh: '请转出地更正；只是填写有误的，写明理由后接续：月份仍记为发来信息表的机构的。',
      en: 'Ask for a correction; where it is only a slip of the pen, say why and record it: the months count as of the agency that sent it.',
    },
    passing: 'clerk',
  },
} as const satisfies Readonly<
  Record<string, { readonly text: Text; readonly remedy: Text; readonly passing: Passing }>
>;

/** What does not fit the person or this transfer as both are on record now. */
export async function doubtsOf(
  reader: Reader,
  asked: {
    readonly context: Pick<TransferContext, 'seal' | 'region'>;
    readonly transfer: Pick<Transfer, 'owner' | 'partner'>;
    readonly sheet: InformationSheet;
  },
): Promise<readonly SheetDoubtCode[]> {
  const { context, transfer, sheet } = asked;
  const same = await compare(reader, { seal: context.seal, said: sheet.person, owner: transfer.owner });
  return [
    ...(same.sameIdentity ? [] : ['identity-differs' as const]),
    ...(same.sameName ? [] : ['name-differs' as const]),
    ...(sheet.receiving.region === context.region ? [] : ['for-another-region' as const]),
    ...(sheet.sending.region === transfer.partner ? [] : ['of-another-region' as const]),
  ];
}

/** Who may let a sheet with these doubts pass: the strictest of them counts. */
export function passingOf(doubts: readonly SheetDoubtCode[]): Passing {
  const needed = doubts.map((code): Passing => sheetDoubts[code].passing);
  if (needed.includes('nobody')) return 'nobody';
  return needed.includes('two-officers') ? 'two-officers' : 'clerk';
}

export function shownDoubts(doubts: readonly SheetDoubtCode[]): readonly SheetDoubt[] {
  return doubts.map((code) => ({ code, ...sheetDoubts[code] }));
}

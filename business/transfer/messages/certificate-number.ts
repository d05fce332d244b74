import { z } from 'zod';
import { type PlainDate, type RandomBytes, yearOf } from '#basics';
import { makeCaseNumber, readCaseNumber } from '#engines/casework/public';
import { provinceOf } from '#law';
import { wrong } from './fields.ts';

const form = /^(\p{Script=Han})(\d{4})-([0-9A-HJKMNP-TV-Z]{5}-[0-9A-HJKMNP-TV-Z]{5}-[0-9A-HJKMNP-TV-Z]{5})$/u;

/**
 * 凭证号: the province’s abbreviation, the year, and where the national form has a serial number fourteen random characters
 * with a check character (`粤2026-7K3M9-QX2TB-04GHE`): a number that could be counted up would let anybody ask for others’.
 */
export function makeCertificateNumber(parts: {
  readonly region: string;
  readonly on: PlainDate;
  readonly random: RandomBytes;
}): string {
  const { region, on, random } = parts;
  const [, , ...code] = makeCaseNumber({ prefix: region, on, random }).split('-');
  return `${provinceOf(region)?.abbreviation ?? '国'}${yearOf(on)}-${code.join('-')}`;
}

/** Whether a number of ours was copied without a slip; numbers of others are taken as they are. */
function copiedRight(number: string): boolean {
  const [, , year, code] = form.exec(number) ?? [];
  return code === undefined || readCaseNumber(`SX-${year}-${code}`) !== null;
}

/** A certificate's number as messages carry it: ours with its check character, or whatever another agency's look like. */
export const certificateNumber = z
  .string()
  .regex(/^[\p{Script=Han}A-Za-z0-9()（）〔〕-]{4,40}$/u, { abort: true })
  .refine(
    copiedRight,
    wrong({ zh: '参保凭证号的校验位不符，请核对。', en: 'The check character of the number does not fit.' }),
  );

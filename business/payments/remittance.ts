import { plainText } from './write-xml.ts';

/** What a payment of a transfer says to the other agency, besides its end-to-end id, which not every bank hands on. */
export function remittanceText({
  reference,
  transferId,
}: {
  readonly reference: string;
  readonly transferId: string;
}): string {
  return plainText(`医保个人账户转移 ${reference} ${transferId.replaceAll('_', '-')}`);
}

const marked = /医保个人账户转移[\s:]*([A-Za-z0-9-]{8,35})(?![A-Za-z0-9-])/;

/**
 * Under which reference money came: as its remittance information says it, else its end-to-end id. Banks write NOTPROVIDED
 * where they have none.
 */
export function referenceOf({
  remark,
  endToEndId,
}: {
  readonly remark: string | null;
  readonly endToEndId: string | null;
}): string | null {
  const [, told] = marked.exec(remark ?? '') ?? [];
  return told ?? (endToEndId === 'NOTPROVIDED' ? null : endToEndId);
}

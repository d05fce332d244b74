import { citation } from '#law';
import type { DeclineReason } from '../messages/transfer-declined.ts';

const basis = citation('TRANSFER-CHECK');

export const unknownPerson: DeclineReason = {
  code: 'person-unknown',
  text: { zh: '本机构没有此人的参保登记。', en: 'Nobody with this name and document is on record here.' },
  remedy: {
    zh: '请核对证件号码和原参保地；证件换过的，请本人向本机构申请更正登记。',
    en: 'Compare the document and where the person was insured; if the document has changed, the person has the record corrected here.',
  },
  legalBasis: `${basis.zh} · ${basis.en}`,
};

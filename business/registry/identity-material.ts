import type { MaterialRule } from '#engines/rules';
import { legalBasis } from './legal-basis.ts';

const basis = ['SIH-31', 'GD-GUIDE'];

/** The one paper that every application needs: who is applying. */
export const identityDocument: MaterialRule = {
  basis,
  material: {
    id: 'identity-document',
    text: { zh: '申请人的有效身份证件', en: 'A valid identity document of the applicant' },
    legalBasis: legalBasis(basis),
    alternatives: [
      {
        id: 'electronic-credential',
        text: { zh: '医保电子凭证', en: 'Electronic medical-insurance credential' },
      },
      { id: 'social-security-card', text: { zh: '社会保障卡', en: 'Social security card' } },
    ],
  },
};

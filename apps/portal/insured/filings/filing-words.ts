import type { Text } from '#basics';

/** For what somebody lives elsewhere for long, as the statute names it. */
export const groups = [
  {
    id: 'long-term-resident',
    name: { zh: '在那边长期居住', en: 'I live there long-term' },
    hint: { zh: '材料：居住证，或者个人承诺书', en: 'Paper: residence permit, or a written commitment' },
  },
  {
    id: 'retired-resettled',
    name: { zh: '退休后在那边定居', en: 'I retired and settled there' },
    hint: {
      zh: '材料：那边的户口簿，或者个人承诺书',
      en: 'Paper: household booklet of that place, or a written commitment',
    },
  },
  {
    id: 'posted-by-employer',
    name: { zh: '单位派我常驻那边', en: 'My employer posted me there' },
    hint: {
      zh: '材料：派驻证明、劳动合同，或者个人承诺书',
      en: 'Paper: the employer’s letter, the contract, or a written commitment',
    },
  },
] as const satisfies readonly { readonly id: string; readonly name: Text; readonly hint: Text }[];

export type Group = (typeof groups)[number]['id'];

export function groupName(id: unknown): Text | null {
  return groups.find((group) => group.id === id)?.name ?? null;
}

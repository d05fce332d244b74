import type { PlainDate, Text } from '#basics';

/** How somebody is related to the person who died, as the Civil Code groups heirs (articles 1127 to 1129). */
export const relations = [
  'spouse',
  'child',
  'parent',
  'supporting-in-law',
  'sibling',
  'grandparent',
  'descendant',
  'other',
] as const;

export type Relation = (typeof relations)[number];

/** What each is called, on every page and in every letter. */
export const relationNames: Readonly<Record<Relation, Text>> = {
  spouse: { zh: '配偶', en: 'spouse' },
  child: { zh: '子女', en: 'child' },
  parent: { zh: '父亲或母亲', en: 'parent' },
  'supporting-in-law': {
    zh: '尽了主要赡养义务的丧偶儿媳或女婿',
    en: 'widowed child-in-law who gave the main support',
  },
  sibling: { zh: '兄弟姐妹', en: 'sibling' },
  grandparent: { zh: '祖父母、外祖父母', en: 'grandparent' },
  descendant: { zh: '代位继承人（父母先去世的晚辈）', en: 'descendant of an heir who died before' },
  other: { zh: '其他人（遗嘱、遗赠等）', en: 'somebody else (by a will or a legacy)' },
};

/** The same as part of a sentence, after “you are”. */
export const relationToDead: Readonly<Record<Relation, Text>> = {
  spouse: { zh: relationNames.spouse.zh, en: 'their spouse' },
  child: { zh: relationNames.child.zh, en: 'their child' },
  parent: { zh: relationNames.parent.zh, en: 'their parent' },
  'supporting-in-law': {
    zh: relationNames['supporting-in-law'].zh,
    en: 'their widowed child-in-law, who gave the main support',
  },
  sibling: { zh: relationNames.sibling.zh, en: 'their brother or sister' },
  grandparent: { zh: relationNames.grandparent.zh, en: 'their grandparent' },
  descendant: {
    zh: relationNames.descendant.zh,
    en: 'their descendant, in the place of an heir who died before',
  },
  other: { zh: relationNames.other.zh, en: 'somebody named in a will or a legacy' },
};

/** The first order of the law inherits alone; the second only where nobody of the first does. */
export const orders: Readonly<Partial<Record<Relation, 1 | 2>>> = {
  spouse: 1,
  child: 1,
  parent: 1,
  'supporting-in-law': 1,
  sibling: 2,
  grandparent: 2,
};

/** Whose place descendants may take (article 1128). */
export const representable: readonly Relation[] = ['child', 'sibling', 'descendant'];

/** On what somebody succeeds: the legal order, a will, a legacy, or an agreement on support and legacy. */
export const successionBases = ['legal', 'will', 'legacy', 'agreement'] as const;

export type SuccessionBasis = (typeof successionBases)[number];

/** What an heir says; `disqualified` and `struck` are an officer's, with the paper. */
export const words = ['agree', 'waive', 'object', 'disqualified', 'struck'] as const;

export type Word = (typeof words)[number];

export const wordNames: Readonly<Record<Word, Text>> = {
  agree: { zh: '同意分配方案', en: 'agrees to the division' },
  waive: { zh: '放弃继承', en: 'waives' },
  object: { zh: '有异议', en: 'objects' },
  disqualified: { zh: '丧失继承权', en: 'disqualified' },
  struck: { zh: '登记有误，已划去', en: 'recorded by mistake, struck out' },
};

/** On what the shares rest. */
export const divisionBases = ['equal', 'agreement', 'will', 'undertaking', 'court'] as const;

export type DivisionBasis = (typeof divisionBases)[number];

export const divisionBasisNames: Readonly<Record<DivisionBasis, Text>> = {
  equal: { zh: '法律规定份额相等', en: 'equal by law' },
  agreement: { zh: '继承人协商一致', en: 'agreed among the heirs' },
  will: { zh: '遗嘱、遗赠或遗赠扶养协议', en: 'will, legacy or agreement on support' },
  undertaking: { zh: '小额承诺', en: 'small sum, on a written undertaking' },
  court: { zh: '法院裁判或调解', en: 'court’s word' },
};

/** A successor as the rules look at them: no name, no number. */
export interface Successor {
  readonly id: string;
  readonly relation: Relation;
  readonly basis: SuccessionBasis;
  readonly represents: string | null;
  readonly predeceasedOn: PlainDate | null;
  readonly bornOn: PlainDate | null;
  readonly guardian: boolean;
  readonly lastWord: LastWord | null;
  /** The revision of the account that counts; null where none was named. */
  readonly accountRevision: number | null;
}

export interface LastWord {
  readonly word: Word;
  readonly divisionId: string | null;
  /** Of an objection: with what the ones just before it disputed. */
  readonly disputes: readonly string[];
  /** Said by a link that another heir passed on; left out otherwise. */
  readonly invited?: true;
  /** Agreed to other shares than the law's by a login of which officers never saw that it is this heir's; left out otherwise. */
  readonly unseen?: true;
}

/** Whether somebody still succeeds: has neither waived nor lost the right, was not recorded by mistake, and was alive. */
export function succeeds({ lastWord, predeceasedOn }: Successor): boolean {
  return predeceasedOn === null && !left(lastWord);
}

/** Whether somebody is out for good; their descendants do not take the place of who waived. */
export function left(lastWord: LastWord | null): boolean {
  return lastWord !== null && ['waive', 'disqualified', 'struck'].includes(lastWord.word);
}

/** A minor has not had their eighteenth birthday on the day. */
export function isMinor({ bornOn }: Pick<Successor, 'bornOn'>, on: PlainDate): boolean {
  return bornOn !== null && `${Number(bornOn.slice(0, 4)) + 18}${bornOn.slice(4)}` > on;
}

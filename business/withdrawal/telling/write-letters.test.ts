import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { afterAll, expect, test } from 'vitest';
import { plainDate, type Text } from '#basics';
import {
  codeOf,
  currentVersionOf,
  type LetterContent,
  type LetterKind,
  letterHtml,
  letterKinds,
  letterTitles,
  pageOf,
  templateOf,
} from '#business/letters';
import { rejectReasons } from '#business/materials/public';
import { readPdf, readScan } from '#platform/testing';
import { qrMatrix, typstPress } from '#platform/typesetting';
import type { Findings } from '../decide-withdrawal.ts';
import { grounds } from '../grounds/all.ts';
import type { LetterFacts } from './letter-facts.ts';
import { paperItem, same } from './letter-parts.ts';
import { type HeirFacts, type ShareStanding, shareStandings } from './write-heir-letter.ts';
import { writeLetter } from './write-letters.ts';

const press = typstPress();
afterAll(() => press.stop());

const option = grounds.find(({ ground }) => ground === 'settled-abroad-before-retirement') ?? grounds[0];
if (!option) throw new Error('there is no ground');

const facts: LetterFacts = {
  file: {
    ...{
      ownerId: 'psn_1',
      id: 'cas_1',
      number: 'SZ-2026-7K3M9-QX2TB-04GHE',
      process: 'withdrawal',
      processVersion: '2',
    },
    ...{
      subject: option.ground,
      ruleSet: 'shenzhen',
      ruleVersion: '1',
      officeId: 'ofc_test',
      channel: 'window',
    },
    ...{ openedAt: new Date('2026-06-12T02:00:00Z'), state: 'submitted', actionCount: 6 },
    ...{ dueOn: plainDate('2027-02-26'), dueProvisional: true, assignedTo: null },
  },
  appliedOn: plainDate('2026-06-12'),
  to: { zh: '欧***', en: 'Ł*** Ş***' },
  deceased: null,
  ground: option.name,
  clauses: option.clauses,
  materials: option.toldMaterials,
  on: plainDate('2026-08-31'),
  region: '440300',
  mayObject: true,
};
const papers = option.toldMaterials.map(({ id }) => id);
const findings: Findings = {
  ...{
    ruleSet: { id: 'shenzhen', version: '1' },
    onDate: facts.on,
    ground: option.ground,
    status: 'blocked',
  },
  option: {
    ...{ action: 'withdraw', ground: option.ground, status: 'blocked', trigger: 'met', payee: 'insured' },
    ...{ relationship: 'ends', materials: option.toldMaterials, workingDays: 10 },
    conditions: option.conditions.map(({ id, source, text, remedy }) => ({
      ...{ id, source, text, remedy, finding: 'not-met', figures: {}, needs: [] },
    })),
  },
  papers: papers.map((materialId) => ({ materialId, state: 'missing', by: null })),
  ...{ payee: 'named', money: { interestFen: '1240', totalFen: '831240' } },
};

function heirFacts(standing: ShareStanding): HeirFacts {
  return {
    ...{
      caseNumber: facts.file.number,
      on: facts.on,
      region: '440300',
      clauses: ['G2', 'G0.5'],
      standing,
      decided: true,
    },
    ...{ heir: same('王*'), guardian: '李*', deceased: same('张*') },
    relation: { zh: '子女', en: 'their child' },
    shares: [
      {
        fraction: '1/3',
        anew: false,
        basis: 'equal',
        basisName: { zh: '法律规定份额相等', en: 'equal by law' },
      },
    ],
    ...{ amountFen: '277080', wholeFen: '831240', provisional: true, happenedOn: facts.on, reason: 'AC04' },
    account: { name: '李*', bankName: '工商银行深圳分行', tail: '5678' },
  };
}

const letters: Readonly<Record<LetterKind, LetterContent>> = {
  receipt: writeLetter.receipt(facts, {
    papers: [
      {
        materialId: papers[0] ?? '',
        revision: 1,
        paperReference: '档-1',
        providedBy: 'x',
        providedAt: new Date(0),
      },
    ],
    missing: papers.slice(1),
    trackingCode: '7KQM-2FXT',
  }),
  'papers-request': writeLetter['papers-request'](facts, {
    papers: papers.map((id, place) => ({
      id,
      ...(place === 0
        ? { why: rejectReasons['does-apply'], note: '您名下还有户籍登记。' }
        : { why: null, note: '' }),
    })),
    ...{
      note: '请本人到场签字。',
      answerBy: { on: plainDate('2026-09-21'), provisional: false },
      reminderDays: 5,
    },
  }),
  decision: writeLetter.decision(facts, { findings }),
  refusal: writeLetter.refusal(facts, { findings }),
  'payment-advice': writeLetter['payment-advice'](facts, {
    ...{ amountFen: '831240', backFen: null, interestFen: '1240', settledOn: '2026-08-31', payee: '欧***' },
    ...{ bankName: '工商银行深圳分行', accountTail: '5678', divided: false },
    objectUntil: plainDate('2026-10-30'),
  }),
  'objection-decision': writeLetter['objection-decision'](facts, {
    ...{ findings, upheld: true, objection: '材料其实已经交了' },
  }),
  'money-back': writeLetter['money-back'](facts, {
    ...{ moved: 'contested', amountFen: '831240', reason: 'AC04' },
  }),
  'heir-share': writeLetter['heir-share'](heirFacts('to-be-paid')),
};

const cases = letterKinds.flatMap((kind) => (['zh', 'en'] as const).map((lang) => [kind, lang] as const));

test.each(cases)(
  'a %s in %s is set in our own fonts without an empty box, and says everything in words',
  async (kind, lang) => {
    const content = letters[kind];
    for (const text of textsIn(content)) expect(text[lang]).not.toMatch(/undefined|null|NaN|\[object/);
    const { pdf, replaced } = await printed({ kind, content, lang });
    expect(replaced).toEqual([]);
    const { missing, glyphs, fonts } = readPdf(pdf);
    expect([missing, glyphs > 200]).toEqual([0, true]);
    expect(
      fonts.every((font) => /^NotoSans(Hans)?-(Regular|Bold)$/.test(font)),
      fonts.join(),
    ).toBe(true);
  },
);

const met = (count: number): Findings => ({
  ...findings,
  option: findings.option && {
    ...findings.option,
    conditions: findings.option.conditions.map((condition, place) =>
      place < count ? { ...condition, finding: 'met', remedy: null } : condition,
    ),
  },
});
const ordinary: Readonly<Record<LetterKind, LetterContent>> = {
  ...letters,
  decision: writeLetter.decision(facts, { findings: met(99) }),
  refusal: writeLetter.refusal(facts, { findings: { ...met(6), papers: findings.papers.slice(0, 2) } }),
  'objection-decision': writeLetter['objection-decision'](facts, {
    ...{ findings: met(99), upheld: true, objection: '我已经交了户口注销证明，请重新审查我的申请。' },
  }),
};

test.each(cases)('an ordinary %s in %s fits one page', async (kind, lang) => {
  const { pdf } = await printed({ kind, content: ordinary[kind], lang });
  expect(readPdf(pdf).pages).toHaveLength(1);
});

// The signature alone has about a third of it.
test.each([
  ['zh', 220],
  ['en', 350],
] as const)(
  'a letter in %s that is too long for a page takes clauses and remedies along with its signature',
  async (lang, glyphs) => {
    const { lists, ...rest } = letters.refusal;
    for (const times of [1, 2, 3, 4]) {
      const content = { ...rest, lists: Array.from({ length: times }, () => lists).flat() };
      const { pages } = readPdf((await printed({ kind: 'refusal', content, lang })).pdf);
      expect(pages.length).toBeGreaterThan(1);
      expect(pages.at(-1)).toBeGreaterThan(glyphs);
    }
  },
);

test('the times for objecting are counted from the day of the decision, a short month’s end included', () => {
  expect(letters.refusal.remedies?.map(({ en }) => en)).toEqual([
    expect.stringContaining('object to this agency by 2026-10-30'),
    expect.stringContaining('until 2026-10-30'),
    expect.stringContaining('until 2027-02-28'),
  ]);
  expect(letters.decision.closing.zh).toContain('向本机构提出异议的最后一天');
  expect(letters['payment-advice'].remedies?.map(({ en }) => en)).toEqual([
    expect.stringContaining('object to this agency by 2026-10-30'),
  ]);
});

test('a case of the first version is told of no objection at the agency, and heirs of none to the whole', () => {
  const first = { ...facts, mayObject: false };
  const succession = { divisionId: null, shares: [], problems: [], agreedBy: [] };
  const divided = { ...findings, succession } as unknown as Findings;
  for (const letter of [
    writeLetter.decision(first, { findings }),
    writeLetter.refusal(first, { findings }),
    writeLetter.decision(facts, { findings: divided }),
  ]) {
    expect(letter.remedies?.map(({ zh }) => zh)).toEqual([
      expect.stringContaining('行政复议'),
      expect.stringContaining('行政诉讼'),
    ]);
    expect(letter.closing.zh).not.toContain('异议');
  }
});

test('who decides a reconsideration and which court hears a lawsuit is the region’s own', () => {
  const zh = (region: string) =>
    (writeLetter.refusal({ ...facts, region }, { findings }).remedies ?? []).map((text) => text.zh).join('');
  expect(zh('440300')).toContain('深圳市人民政府，或者本机构所属的区人民政府申请行政复议');
  expect(zh('440300')).toContain('深圳市有管辖权的人民法院');
  expect(zh('510100')).toContain('成都市');
  expect(zh('510100')).not.toContain('深圳');
});

test('every kind of letter has a title, and only what was decided says how to object', () => {
  expect(Object.keys(letterTitles)).toEqual([...letterKinds]);
  const objects = letterKinds.filter((kind) => letters[kind].remedies !== null);
  expect(objects).toEqual(['decision', 'refusal', 'payment-advice', 'objection-decision', 'heir-share']);
});

test('whatever became of a share, the letter to its heir says it in both languages and rests on the Civil Code', () => {
  for (const standing of shareStandings) {
    const content = writeLetter['heir-share'](heirFacts(standing));
    for (const { zh, en } of textsIn(content)) expect(`${zh}${en}`).not.toMatch(/undefined|null|NaN/);
    expect(content.clauses.some(({ citation }) => citation.zh.includes('民法典'))).toBe(true);
    expect(content.to.zh).toBe('王*的监护人');
    const out = standing === 'waived' || standing === 'disqualified';
    expect(content.remedies?.[0]?.zh.includes('链接')).toBe(!out);
  }
  const later = writeLetter['heir-share']({ ...heirFacts('paid'), decided: false });
  expect(later.remedies).toBeNull();
});

test('an heir without an account reads from when on it is named, and every way of doing it', () => {
  const closing = (standing: 'held' | 'no-account', provisional: boolean) =>
    writeLetter['heir-share']({ ...heirFacts(standing), provisional, account: null }).closing;
  for (const standing of ['held', 'no-account'] as const) {
    for (const provisional of [true, false]) {
      const { zh, en } = closing(standing, provisional);
      // Between the approval and the settlement every way is closed.
      expect([en.includes('nce the balance is settled'), zh.includes('余额结清以后')]).toEqual([
        provisional,
        provisional,
      ]);
      for (const way of ['by the link that we gave you', 'signed in', 'at a window'])
        expect(en).toContain(way);
      for (const way of ['本机构发给您的链接', '登录', '带证件到窗口']) expect(zh).toContain(way);
    }
  }
  expect(closing('held', true).en).not.toContain('now');
  expect(closing('held', false).en).toContain('you may do so now');
});

test('heirs are told of a payment that it was the balance of the person who died, of the whole once, and each of their own share', () => {
  const paid = {
    ...{ amountFen: '831240', backFen: null, interestFen: '1240', settledOn: '2026-08-31', payee: '欧***' },
    ...{ bankName: '工商银行深圳分行', accountTail: '5678', divided: true, objectUntil: null },
  };
  const deceased = same('张*');
  const advice = writeLetter['payment-advice']({ ...facts, deceased }, paid);
  expect(advice.opening.zh).toContain('去世的参保人张*留下的医保个人账户余额');
  expect(advice.opening.zh).toContain('各继承人合计的数额');
  expect(advice.opening.en).not.toContain('your personal account');
  const own = writeLetter['heir-share'](heirFacts('paid'));
  expect(own.opening.zh).toContain('张*');
  const sums = JSON.stringify([own.rows, own.amountFen]).match(/8,312\.40 元|"277080"/g);
  expect(sums).toEqual(['8,312.40 元', '"277080"']);
  const whole = writeLetter['heir-share']({ ...heirFacts('paid'), wholeFen: '277080' });
  expect(JSON.stringify(whole.rows)).not.toContain('元');
});

test('a template that letters were issued with is never edited: a change is a new version', () => {
  const digestOf = (version: number) =>
    createHash('sha256')
      .update(readFileSync(templateOf(version)))
      .digest('hex');
  expect(digestOf(1)).toBe('a90484e052b056675c851ab438000ecd4b066a677d2f24a405705b9f9c3b72ce');
  expect(digestOf(3)).toBe('4478cc2c73812ef5929d91a8d8756d0556db5166b94fb2aa104052f919de1ff4');
});

// A signed statement as an heir's letter bears it, in characters as mixed as a real one's.
const mixed = Array.from({ length: 8 }, (_, at) => createHash('sha512').update(`${at}`).digest('base64url'));
const statement = `eyJhbGciOiJFZERTQSJ9.${mixed.slice(0, 4).join('').slice(0, 320)}.${mixed.slice(4).join('').slice(0, 86)}`;

test('the code on a letter is read from a scan of 200 dots an inch, however the sheet lay on the glass', () => {
  const version = currentVersionOf('heir-share');
  const width = /image\(bytes\(d\.qr\), format: "svg", width: (\d+)mm\)/.exec(
    readFileSync(templateOf(version), 'utf8'),
  )?.[1];
  const dots = (Number(width) / 25.4) * 200;
  const matrix = qrMatrix(statement, codeOf(version));
  expect(dots / (matrix.length + 8)).toBeGreaterThan(3.4); // dots a field
  for (const shifted of [0, 0.25, 0.5, 0.75]) expect(readScan(matrix, { dots, shifted })).toBe(statement);
});

test('what an officer adds to a paper loses its stop, since the sentence goes on', () => {
  const asked = paperItem(facts, papers[0] ?? '', { why: null, note: '复印件上要有原件日期，原件在罗湖。' });
  expect(asked.note?.zh).toContain('原件在罗湖；依据：');
  expect(asked.note?.en).toContain('原件在罗湖; legal');
});

test('a letter names the page where anybody checks it, and writes its days as people do', () => {
  const page = pageIn({ kind: 'refusal', content: letters.refusal, lang: 'zh' });
  expect(page.remedies?.join()).toContain('2026年10月30日');
  const html = letterHtml(page);
  expect(html).toContain('“核对文书真假”');
  expect(html).not.toMatch(/verify-document|2026-\d\d-\d\d/);
  const template = readFileSync(templateOf(currentVersionOf('refusal')), 'utf8');
  expect([template.includes('核对文书真假'), template.includes('verify-document')]).toEqual([true, false]);
  // One that was issued before is printed as it was.
  const before = pageIn({ kind: 'refusal', content: letters.refusal, lang: 'zh', templateVersion: 3 });
  const asItWas = letterHtml(before);
  expect(asItWas).toContain('到 2026-10-30 为止');
  expect(asItWas).toContain('日期 2026-08-31<');
  expect(asItWas).toContain('suixing verify-document');
  expect(asItWas).not.toMatch(/“核对文书真假”|\d年\d+月\d+日/);
});

test('a file number and what an officer adds stand in a letter as they were typed, beside days in words', () => {
  const paper = { materialId: papers[0] ?? '', revision: 1, providedBy: 'x', providedAt: new Date(0) };
  const told = { papers: [{ ...paper, paperReference: '2026-11' }], missing: [], trackingCode: '7KQM-2FXT' };
  const receipt = writeLetter.receipt(facts, told);
  const zh = letterHtml(pageIn({ kind: 'receipt', content: receipt, lang: 'zh' }));
  expect(zh).toContain('1970年1月1日收到，档案号 2026-11<');
  expect(letterHtml(pageIn({ kind: 'receipt', content: receipt, lang: 'en' }))).toContain(
    'filed as 2026-11<',
  );
  const asked = paperItem(facts, papers[0] ?? '', { why: null, note: '要 2026-11 号的复印件。' });
  const content = { ...receipt, lists: [{ title: same('材料'), items: [asked] }] };
  expect(letterHtml(pageIn({ kind: 'receipt', content, lang: 'zh' }))).toContain('要 2026-11 号的复印件；');
});

test('the receipt says in one plain sentence whose balance was applied for', () => {
  const told = { papers: [], missing: [], trackingCode: '7KQM-2FXT' };
  const own = writeLetter.receipt(facts, told).opening?.zh;
  const left = writeLetter.receipt({ ...facts, deceased: same('郑**') }, told).opening?.zh;
  expect(own).toMatch(/^您关于一次性支取个人账户余额的申请已于 2026-08-31 受理。/);
  expect(left).toMatch(/^您关于一次性支取去世的参保人郑\*\*个人账户余额的申请已于 2026-08-31 受理。/);
});

interface Printing {
  readonly kind: LetterKind;
  readonly content: LetterContent;
  readonly lang: 'zh' | 'en';
  readonly templateVersion?: number;
}

function pageIn({ kind, content, lang, templateVersion = currentVersionOf(kind) }: Printing) {
  const office: Text = { zh: '深圳市医疗保障经办中心', en: 'Shenzhen Medical Security Centre' };
  return pageOf({
    ...{ kind, title: letterTitles[kind], content, office, language: lang },
    ...{ number: `${facts.file.number}/6`, issuedOn: facts.on, statement, templateVersion },
  });
}

function printed(asked: Printing) {
  return press.print({ template: templateOf(currentVersionOf(asked.kind)), data: pageIn(asked) });
}

function textsIn(value: unknown): readonly Text[] {
  if (typeof value !== 'object' || value === null) return [];
  if ('zh' in value && 'en' in value) return [value as Text]; // what the content's schema says
  return Object.values(value).flatMap(textsIn);
}

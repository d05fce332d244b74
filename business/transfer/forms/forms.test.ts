import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { afterAll, describe, expect, test } from 'vitest';
import { plainDate, type Text } from '#basics';
import {
  codeOf,
  currentVersionOf,
  documentTitles,
  type FormKind,
  formKinds,
  type LetterContent,
  type LetterSheet,
  letterDocument,
  letterHtml,
  pageOf,
  signLetter,
  templateOf,
} from '#business/letters';
import { titlesByCode } from '#business/letters/public';
import { keySetOf, makeSigningKey, signerAt, verifierOf } from '#platform/signing';
import { readPdf, readScan, temporaryFolder } from '#platform/testing';
import { qrMatrix, typstPress } from '#platform/typesetting';
import { transferMessages } from '../messages/catalogue.ts';
import { exampleCertificate } from '../messages/certificate.ts';
import { examplePerson } from '../messages/person.ts';
import { writeAccountDetails } from './write-account-details.ts';
import { writeBalanceCredited } from './write-balance-credited.ts';
import { writeBalanceRefused } from './write-balance-refused.ts';
import { writeCertificate } from './write-certificate.ts';
import { writeContactLetter } from './write-contact-letter.ts';
import { writeInformationSheet } from './write-information-sheet.ts';
import { writeInvalidation } from './write-invalidation.ts';
import { writeReminder } from './write-reminder.ts';
import { writeRemittanceAdvice } from './write-remittance-advice.ts';
import { writeTransferDeclined } from './write-transfer-declined.ts';

const press = typstPress();
afterAll(() => press.stop());

const comes = { from: '510100', to: '440300' };
const leaves = { from: '440300', to: '510100' };
const person = { ...examplePerson, nameLatin: 'Łukasz Şenöz' };

const forms: Readonly<Record<FormKind, LetterContent>> = {
  'insurance-certificate': writeCertificate({
    ...exampleCertificate,
    household: {
      ...{ address: '示例省示例市示例区示例路 100 号示例小区 1 栋 1001', kind: 'resident' },
      ...{ headName: '示例丙', headIdentity: '11010519491231002X' },
    },
  }),
  'contact-letter': writeContactLetter(transferMessages['contact-letter'].example, comes),
  'information-sheet': writeInformationSheet(transferMessages['information-sheet'].example),
  'remittance-advice': writeRemittanceAdvice(transferMessages['remittance-advice'].example, leaves),
  'balance-refused': writeBalanceRefused(transferMessages['balance-refused'].example, { ...comes, person }),
  'transfer-declined': writeTransferDeclined(transferMessages['transfer-declined'].example, {
    ...leaves,
    person,
  }),
  'balance-credited': writeBalanceCredited(transferMessages['balance-credited'].example, {
    ...comes,
    person,
  }),
  'account-details': writeAccountDetails(transferMessages['account-details'].example, {
    ...comes,
    person,
  }),
  reminder: writeReminder(
    {
      ...transferMessages.reminder.example,
      ...{ missing: ['receiving-account', 'balance-credited'], certificate: null },
    },
    {
      ...{ ...leaves, person, caseNumber: 'CD-2026-7K3M9-QX2TB-04GH2', workingDays: 15 },
      remark: { zh: '银行已退回。', en: 'The bank sent it back.' },
    },
  ),
  invalidation: writeInvalidation(transferMessages.invalidate.example, {
    ...{ ...comes, person, caseNumber: 'CD-2026-7K3M9-QX2TB-04GH2', takesBack: 'contact-letter' },
  }),
};
const offices: Readonly<Record<'440300' | '510100', Text>> = {
  '440300': { zh: '深圳市医疗保障经办中心（演示）', en: 'Shenzhen Medical Security Centre (demo)' },
  '510100': { zh: '成都市医疗保障事务中心（演示）', en: 'Chengdu Medical Security Centre (demo)' },
};
/** Who issues each: the agency that is left, or the one that is come to. */
const officeOf: Readonly<Record<FormKind, keyof typeof offices>> = {
  'insurance-certificate': '440300',
  'contact-letter': '510100',
  'information-sheet': '440300',
  'remittance-advice': '440300',
  'balance-refused': '510100',
  'transfer-declined': '440300',
  'balance-credited': '510100',
  'account-details': '510100',
  reminder: '440300',
  invalidation: '510100',
};
const issuedOn = plainDate('2026-11-20');
const number = 'CD-2026-7K3M9-QX2TB-04GH2/6';

const cases = formKinds.flatMap((kind) => (['zh', 'en'] as const).map((lang) => [kind, lang] as const));

describe('forms between agencies', () => {
  test.each(cases)(
    'a %s in %s is set without an empty box, on paper and as a page, with everything in words',
    async (kind, lang) => {
      const content = forms[kind];
      for (const text of textsIn(content)) expect(text[lang]).not.toMatch(/undefined|null|NaN|\[object/);
      const office = offices[officeOf[kind]];
      const page = pageOf({
        ...{ kind, title: documentTitles[kind], content, office, language: lang, number, issuedOn },
        statement: `eyJhbGciOiJFZERTQSJ9.${'x'.repeat(320)}.${'y'.repeat(86)}`,
        templateVersion: currentVersionOf(kind),
      });
      const { pdf, replaced } = await press.print({
        template: templateOf(currentVersionOf(kind)),
        data: page,
      });
      expect(replaced).toEqual([]);
      const { missing, glyphs } = readPdf(pdf);
      expect([missing, glyphs > 300]).toEqual([0, true]);
      const html = letterHtml(page);
      for (const { name, value } of page.form?.sections.flatMap(({ rows }) => rows) ?? [])
        for (const said of [name, value]) expect(html).toContain(said);
    },
  );
});

test('a reminder says how many reminders there have been, and the first request that it is none yet', () => {
  const asked = { ...leaves, person, caseNumber: 'CD-1', workingDays: null, remark: null };
  const said = (count: number) =>
    textsIn(writeReminder({ ...transferMessages.reminder.example, count }, asked)).map(({ zh }) => zh);
  expect(said(1)).toContain('首次要求，尚未催办');
  expect(said(2)).toContain('第 1 次（连同首次要求共 2 次）');
});

test('an information sheet says that there is no account only where there is none, and else what becomes of the balance', () => {
  const { example } = transferMessages['information-sheet'];
  const none = { ...example, account: null };
  const corrected = { ...none, revision: 2, replaces: 'msg_1' };
  const said = (...sheet: Parameters<typeof writeInformationSheet>) =>
    textsIn(writeInformationSheet(...sheet)).map(({ zh }) => zh);
  expect(said(none)).toContain('没有个人账户');
  const remark = { zh: '余额不划转', en: 'it does not go' };
  for (const form of [said(corrected), said(corrected, { remark })])
    expect(form).not.toContain('没有个人账户');
  expect(said(corrected)).toContain('本版不列个人账户，没有余额划转');
  expect(said(corrected, { remark })).toContain(remark.zh);
});

describe('the code on a form', () => {
  const at = new Date('2026-11-20T02:00:00Z');
  const key = makeSigningKey(temporaryFolder(), {
    ...{ from: new Date('2026-01-01T00:00:00Z'), until: new Date('2027-01-01T00:00:00Z') },
  });
  const signer = signerAt([key], at);
  if (!signer.ok) throw new Error(signer.refusal.code);

  test.each(formKinds)(
    'of a %s is checked offline, tells its number and day, and never the person',
    (kind) => {
      const sheet: LetterSheet = {
        ...{
          ...forms[kind],
          version: 1,
          kind,
          title: documentTitles[kind],
          number,
          caseNumber: number.slice(0, -2),
        },
        ...{ region: '510100', office: offices['510100'], issuedOn },
      };
      const statement = signLetter(signer.value, { sheet, at });
      const checked = letterDocument.check(statement, verifierOf(keySetOf([key])));
      if (!checked.ok) throw new Error(checked.refusal.code);
      const says = checked.value.says.map(({ name, value }) => `${name.en}: ${value}`).join('\n');
      expect(says).toContain(
        `letter: ${titlesByCode[kind].zh} / ${titlesByCode[kind].en}\nnumber: ${number}`,
      );
      const { reference = null } = sheet.form ?? {};
      if (reference !== null) expect(says).toContain(`its own number: ${reference}`);
      for (const secret of [examplePerson.name, examplePerson.identity.number, '51001234567890000001'])
        expect(says).not.toContain(secret);
      const other = statement.at(-40) === 'A' ? 'B' : 'A';
      const changed = `${statement.slice(0, -40)}${other}${statement.slice(-39)}`;
      const altered = letterDocument.check(changed, verifierOf(keySetOf([key])));
      expect(altered.ok).toBe(false);
    },
  );

  test('of a certificate tells until when it is taken and the balance that it names', () => {
    const { form, amountFen } = forms['insurance-certificate'];
    expect([form?.reference, form?.validUntil, amountFen]).toEqual([
      ...['粤2026-7K3M9-QX2TB-04GH2', '2027-02-02', '831240'],
    ]);
    const notes = form?.notes.map(({ zh }) => zh).join('') ?? '';
    expect(notes).toContain('三个月内有效');
    expect(notes).toContain('前一日（2026-11-01）日终的余额，仅供参考，不作为结算依据');
  });
});

test('the longest code on a form is read from a scan of 200 dots an inch, however the sheet lay on the glass', () => {
  const version = currentVersionOf('remittance-advice');
  const template = readFileSync(templateOf(version), 'utf8');
  const width = /image\(bytes\(d\.qr\), format: "svg", width: (\d+)mm\)/.exec(template)?.[1];
  const dots = (Number(width) / 25.4) * 200;
  // As long as that of an advice, which has a number of its own, in characters as mixed.
  const mixed = Array.from({ length: 7 }, (_, at) =>
    createHash('sha512').update(`${at}`).digest('base64url'),
  );
  const statement = mixed.join('').slice(0, 556);
  const matrix = qrMatrix(statement, codeOf(version));
  expect(dots / (matrix.length + 8)).toBeGreaterThan(4); // dots a field
  for (const shifted of [0, 0.25, 0.5, 0.75]) expect(readScan(matrix, { dots, shifted })).toBe(statement);
});

test('a form of Chengdu’s own names Chengdu’s government and court, and Shenzhen only as the other agency', () => {
  const declined = transferMessages['transfer-declined'].example;
  const told = writeTransferDeclined(declined, { from: '510100', to: '110100', person });
  const said = JSON.stringify([
    told,
    writeContactLetter(transferMessages['contact-letter'].example, { from: '510100', to: '110100' }),
  ]);
  expect(said).toContain('成都市人民政府');
  expect(said).not.toMatch(/深圳|Shenzhen|广东|Guangdong/);
});

test('a form’s template is never edited once forms were issued with it: a change is a new version', () => {
  const digest = createHash('sha256')
    .update(readFileSync(templateOf(4)))
    .digest('hex');
  expect(digest).toBe('90332e6dbea99f4df4bc703cde9902be6c9f00c9407f994f6ac49227ed04ca06');
});

function textsIn(value: unknown): readonly Text[] {
  if (typeof value !== 'object' || value === null) return [];
  if ('zh' in value && 'en' in value) return [value as Text]; // what the content's schema says
  return Object.values(value).flatMap(textsIn);
}

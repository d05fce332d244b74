import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { validateXML } from 'xmllint-wasm';
import { plainDate } from '#basics';
import { bankDay, newBank, writeCamt053 } from '#business/payments';
import { type Answer, clerk, reviewer, testPapers } from './papers.testing.ts';

/**
 * Everything that writes a file for another program or a page, and where hostile texts are tried on it. Whoever writes another
 * one adds it here, and sends it the texts below.
 */
const writers: Readonly<Record<string, string>> = {
  'business/payments/write-xml.ts': 'here: every XML goes through it',
  'business/payments/pain001.ts': 'here: orders to the bank',
  'business/payments/bank-simulator.ts': 'here: what a simulated bank answers',
  'business/payments/write-camt053.ts': 'here: what a simulated bank states',
  'business/letters/letter-html.ts': 'business/withdrawal/letters.db.test.ts',
  'apps/api/docs-page.ts': 'no text of a person: a page that is the same for everybody',
  'platform/typesetting/qr.ts': 'refuses all but ASCII; writes only a path of numbers',
  'apps/demo/city-csv.ts': 'apps/demo/city-csv.test.ts',
  'apps/country/people.ts': 'no text of a person: names of our own lists, drawn by lot',
  'apps/country/picture.ts': 'no text of a person: regions and habits, from lists of our own',
  'scenarios/people-csv.ts': 'no text of a person: scenarios of our own',
  'scenarios/oracle/completions.ts': 'no file: keys of a table in memory',
  'apps/portal/insured/account/statement-csv.ts':
    'no text of a person: days, sums and the purposes of our own list',
  'apps/portal/server/serve-portal.ts': 'no text of a person: pages that are the same for everybody',
  'apps/cli/webhooks.ts': 'no file: names of events, which are ours',
  'basics/canonical.ts': 'JSON: every text by JSON.stringify',
};
const writes =
  /\bwriteXml\(|<svg |<!doctype html|function \w*[cC]sv\w*\([^)]*\): string|\.join\('(?:,|;|\\t)'\)|text\/csv'?;/;

/** What people paste into forms to see what becomes of it. */
const hostile = [
  `=cmd|' /C calc'!A0`,
  '+1+1',
  '-1+1',
  '@SUM(1)',
  '<script>alert(1)</script>',
  ']]><x/>',
  '&amp;&#x41;&lol;',
  '"><img src=x>',
  '-->',
  '#{7*7}{{7*7}}',
  `'; DROP TABLE payee; --`,
  'Ж€™☃',
  '🙂𠮷',
  'e\u0301\u0301',
] as const;
/** What cannot be seen, or is no text at all: refused where it is typed, and never in a file. */
const unseen = [
  '\u0000',
  '\u0001',
  '\u001b[31m',
  '\t',
  '\r\n',
  '\u202e',
  '\u200b',
  '\ud800',
  '\u2028',
] as const;

const { newCase, post, get } = await testPapers('hostile');
const taken = async (done: Promise<Answer>, status = 200) => {
  const answer = await done;
  expect(answer.status, JSON.stringify(answer.body)).toBe(status);
  return answer.body;
};

test('every writer of a file or a page is on the list of those that hostile texts are tried on', () => {
  const root = join(import.meta.dirname, '../..');
  const found = ['basics', 'platform', 'engines', 'business', 'apps', 'scenarios'].flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
      .filter((name) => name.endsWith('.ts') && !/\.(?:test|testing|e2e)\./.test(name))
      .map((name) => `${folder}/${name}`)
      .filter((path) => writes.test(readFileSync(join(root, path), 'utf8'))),
  );
  expect(found.sort()).toEqual(Object.keys(writers).sort());
  const elsewhere = Object.values(writers).filter((told) => told.endsWith('.test.ts'));
  for (const path of elsewhere) expect(readFileSync(join(root, path), 'utf8'), path).toContain('<script>');
});

test('an heir’s name, a bank’s and a paper’s reference with markup, formulas or signs of any script reach the bank’s file as plain words', async () => {
  const { number } = await newCase('death');
  const heirs: { readonly id: string; readonly name: string }[] = [];
  for (const text of hostile) {
    const heir = { relation: 'child', paperReference: `${text} 1` };
    const path = `/withdrawals/${number}/heirs`;
    // What is no name is refused as one; the rest of the case bears it all the same.
    const isName = text === 'e\u0301\u0301';
    const asTyped = await taken(post(path, clerk, { ...heir, name: text }), isName ? 201 : 400);
    const name = isName ? text : `Heir ${String.fromCodePoint(0x41 + heirs.length)}`;
    const { id } = isName ? asTyped : await taken(post(path, clerk, { ...heir, name }), 201);
    heirs.push({ id, name });
  }
  await taken(post(`/withdrawals/${number}/divisions`, clerk, { basis: 'equal' }), 201);
  for (const [place, { id, name }] of heirs.entries()) {
    const path = `/withdrawals/${number}/heirs/${id}/payee`;
    await taken(post(path, clerk, account(name, hostile[place] ?? '')));
    for (const sign of unseen) {
      const refused = await post(path, clerk, account(name, `银${sign}行`));
      expect([400, 422], JSON.stringify([sign, refused.body])).toContain(refused.status);
    }
  }
  // Abroad, where the file bears an address too: what banks there cannot read is refused by its part.
  const away = heirs[hostile.indexOf('+1+1')];
  for (const street of [...hostile, ...unseen.map((sign) => `Rue${sign}`), 'Rue +1-2'])
    await post(`/withdrawals/${number}/heirs/${away?.id}/payee`, clerk, {
      ...account(away?.name ?? '', 'BNP +1'),
      ...{ bankCode: 'BNPAFRPPXXX', accountNumber: 'FR1420041010050500013M02606' },
      abroad: { currency: 'EUR', charges: 'SHAR', address: { street, town: 'Lyon', country: 'FR' } },
    });
  for (const materialId of ['identity-document', 'application-form', 'payee-bank-account'])
    await taken(
      post(`/withdrawals/${number}/materials`, clerk, {
        materialId,
        paperReference: hostile.slice(0, 6).join(' '),
      }),
    );
  await taken(post(`/withdrawals/${number}/review`, clerk, {}));
  await taken(
    post(`/withdrawals/${number}/proposal`, clerk, { outcome: 'approve', note: hostile.join(' ') }),
  );
  await taken(post(`/withdrawals/${number}/approval`, reviewer, {}));
  await taken(post(`/withdrawals/${number}/settlement`, clerk, {}));
  await letterByLink(`/withdrawals/${number}/heirs/${heirs[0]?.id}/link`);
  const { batchId, digest, lineCount } = await taken(post('/payments/batches', 'token-finance', {}), 201);
  expect(lineCount).toBe(hostile.length);
  for (const token of ['token-both', 'token-finance2'])
    await taken(post(`/payments/batches/${batchId}/approval`, token, { digest }));
  const file = (await taken(get(`/payments/batches/${batchId}/file`, 'token-finance'))).xml;
  const names = await texts(file, 'Nm');
  expect(names.length).toBe(1 + 2 + 2 * hostile.length);
  expect(await texts(file, 'StrtNm')).toEqual(['Rue +1-2']);
  for (const name of [...names, ...(await texts(file, 'Ustrd'))])
    expect(name).toMatch(/^[\p{L}\p{M}\p{N} .,'()/·+:?&-]+$/u);
  // What banks can read is as it was written.
  expect(names).toContain('-1+1');
  expect(names.filter((name) => name.startsWith('cmd'))).toHaveLength(1);
  // A bank that sends everything back writes files as well, which are taken in.
  const at = new Date(Date.now() + 60_000);
  const answered = bankDay(newBank(10n ** 9n), {
    ...{ on: plainDate('2026-12-01'), at, seed: 1, files: [file], profile: 'returning' },
  });
  for (const { xml } of answered.files) await texts(xml, 'Nm');
}, 60_000);

test('no writer of XML puts out what an XML reader refuses, whatever it is given', async () => {
  const given = [...hostile, ...unseen, '\ufffe', '\uffff', 'a\ud83dz'];
  const on = plainDate('2026-06-30');
  const xml = writeCamt053({
    ...{ messageId: 'S-1', at: new Date('2026-06-30T02:00:00Z'), accountNumber: '<&>', sequence: 1 },
    ...{ on, openingFen: 0n },
    entries: given.map((text, place) => ({
      ...{ reference: `R-${place}`, direction: 'in', amountFen: 1n, bookedOn: on },
      ...{ name: `甲${text}`, remark: `甲${text}乙` },
    })),
  });
  const names = await texts(xml, 'Nm');
  expect(names).toHaveLength(given.length);
  // What can be written comes back to the letter.
  for (const [place, text] of hostile.entries()) expect(names[place]).toBe(`甲${text}`);
  for (const remark of await texts(xml, 'Ustrd')) expect(remark).toMatch(/^甲.*乙$/su);
});

/** An heir reads the letter to them by their link: what was typed stands in it as words. */
async function letterByLink(path: string): Promise<void> {
  const { secret } = await taken(post(path, clerk, { days: 1 }), 201);
  const { items } = await taken(post('/heir-links/letters', clerk, { secret }));
  expect(items).toMatchObject([{ kind: 'heir-share', heir: 1 }]);
  const asked = { secret, letter: items[0].number };
  const html = await taken(post('/heir-links/letters/print', clerk, { ...asked, form: 'html' }));
  const page = Buffer.from(html.base64, 'base64').toString('utf8');
  expect(page).toContain('继承份额告知书');
  expect(page).not.toContain('<script>');
  const pdf = await taken(post('/heir-links/letters/print', clerk, asked));
  expect([pdf.mediaType, Buffer.from(pdf.base64, 'base64').subarray(0, 5).toString()]).toEqual([
    'application/pdf',
    '%PDF-',
  ]);
}

function account(name: string, bankName: string) {
  return { name, bankName, bankCode: '102584000000', accountNumber: '6222024000000000101' };
}

/** The texts of all elements of a name, as libxml2 reads them: it refuses what is not well-formed. */
async function texts(xml: string, name: string): Promise<readonly string[]> {
  const read = await validateXML({
    xml: { fileName: 'written.xml', contents: new Uint8Array(Buffer.from(xml, 'utf8')) },
    normalization: 'c14n',
  });
  expect(read.errors, read.rawOutput).toEqual([]);
  const canonical = read.normalized;
  const found = canonical.matchAll(new RegExp(`<${name}>([^<]*)</${name}>`, 'g'));
  return Array.from(found, ([, text = '']) =>
    text.replace(/&(lt|gt|amp|#xD);/g, (_, sign: string) => entities[sign] ?? ''),
  );
}

const entities: Readonly<Record<string, string>> = { lt: '<', gt: '>', amp: '&', '#xD': '\r' };

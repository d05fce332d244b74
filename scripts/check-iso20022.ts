/**
 * `npm run check:iso20022 -- FOLDER` writes one file to a bank and one answer of a bank, as the product does, and has
 * `xmllint` compare them with the schemas of ISO 20022 that lie in the folder (`pain.001.001.12.xsd`,
 * `pain.002.001.14.xsd`; they are not ours to ship, see iso20022.org). Without a folder nothing is claimed.
 */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { plainDate } from '#basics';
import { simulateBank, writePain001 } from '#business/payments';

const at = new Date('2026-06-30T02:00:00Z');

function samples(): Readonly<Record<string, string>> {
  const debtor = {
    name: '测试市医疗保险基金 <&>',
    accountNumber: '44050100000000000001',
    bankCode: '105584000005',
  };
  const names = ['张三', 'JOSÉ O’NEILL & SONS', '欧阳🙂娜娜', '长'.repeat(200)];
  const payments = names.map((name, place) => ({
    endToEndId: `ord-01k8zzzzzzzzzzzzzzzzzzzzzz-${place + 1}`,
    amountFen: 1n + 831_240n * BigInt(place) ** 9n,
    name,
    bankCode: '102584000002',
    bankName: '工商银行深圳分行',
    accountNumber: '6222000000000000',
    remark: '医疗保险个人账户',
  }));
  const executeOn = plainDate('2026-07-01');
  const order = writePain001({
    messageId: 'bat-01k8zzzzzzzzzzzzzzzzzzzzzz',
    madeAt: at,
    executeOn,
    debtor,
    payments,
  });
  const statuses = ['ACSC', 'RJCT', 'PDNG', 'ACSP'];
  const decide = (name: string) => {
    const status = statuses[[...names].findIndex((other) => other.startsWith(name.slice(0, 1)))] ?? 'ACSC';
    return status === 'RJCT' ? { status, reason: 'AC01' } : { status };
  };
  const answer = simulateBank(order, { messageId: 'BANK-1', at, decide: ({ name }) => decide(name) });
  if (!answer.ok) throw new Error(answer.refusal.figures.why);
  return { 'pain.001.001.12': order, 'pain.002.001.14': answer.value };
}

function validate(folder: string): boolean {
  const drafts = mkdtempSync(join(tmpdir(), 'suixing-iso20022-'));
  try {
    return Object.entries(samples()).every(([message, xml]) => {
      const file = join(drafts, `${message}.xml`);
      writeFileSync(file, xml);
      const schema = join(folder, `${message}.xsd`);
      const { status, stderr } = spawnSync('xmllint', ['--noout', '--schema', schema, file], {
        encoding: 'utf8',
      });
      process.stdout.write(`iso20022: ${message} ${status === 0 ? 'ok' : `FAILED\n${stderr}`}\n`);
      return status === 0;
    });
  } finally {
    rmSync(drafts, { recursive: true });
  }
}

const folder = process.argv[2];
if (folder === undefined || spawnSync('xmllint', ['--version']).error) {
  process.stdout.write(
    `iso20022: not run (${folder === undefined ? 'no folder of schemas was named' : 'xmllint is not installed'})\n`,
  );
} else if (!validate(folder)) {
  process.exitCode = 1;
}

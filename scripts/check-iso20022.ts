/**
 * `npm run check:iso20022 -- FOLDER` compares what the product writes to a bank, and what its simulated bank answers, with the
 * schemas of ISO 20022 that lie in the folder (`pain.001.001.12.xsd`, …; they are not ours to ship, see iso20022.org). A
 * second folder names files of one's own to compare as well. Without a folder nothing is claimed.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { validateXML } from 'xmllint-wasm';
import { addDays, plainDate } from '#basics';
import { bankDay, bankProfiles, newBank, type OutgoingPayment, writePain001 } from '#business/payments';

const at = new Date('2026-06-30T02:00:00Z');
const on = plainDate('2026-06-30');

interface Written {
  readonly name: string;
  readonly xml: string;
}

/** Payments at home and abroad with everything that names and addresses can hold. */
function order(seed: number): Written {
  const debtor = {
    name: '测试市医疗保险基金 <&>',
    accountNumber: '44050100000000000001',
    bankCode: '105584000005',
  };
  const names = ['张三', 'JOSÉ O’NEILL & SONS', '欧阳🙂娜娜', '长'.repeat(200)];
  const home: readonly OutgoingPayment[] = names.map((name, place) => ({
    endToEndId: `ord-01k8zzzzzzzzzzzzzzzzzzzz${seed}h-${place + 1}`,
    amountFen: 1n + 831_240n * BigInt(place) ** 9n,
    ...{ name, bankCode: '102584000002', bankName: '工商银行深圳分行' },
    ...{ accountNumber: '6222000000000000', remark: '医疗保险个人账户', abroad: null },
  }));
  const address = {
    street: 'Rue de la République',
    building: '12',
    postcode: '69002',
    town: 'Lyon',
    country: 'FR',
  };
  const away = ['EUR', 'CNY', 'USD'].map(
    (currency, place): OutgoingPayment => ({
      endToEndId: `ord-01k8zzzzzzzzzzzzzzzzzzzz${seed}x-${place + 1}`,
      amountFen: 3_000_001n,
      ...{ name: 'Élodie O’Connor-Müller', bankCode: 'BNPAFRPPXXX', bankName: 'BNP Paribas' },
      ...{
        accountNumber: place === 1 ? '12345678' : 'FR1420041010050500013M02606',
        remark: '医疗保险个人账户',
      },
      abroad: {
        ...{ currency, charges: 'SHAR', address: place === 2 ? { town: 'Lyon', country: 'FR' } : address },
        bankAddress: place === 0 ? { town: 'Paris', country: 'FR' } : null,
      },
    }),
  );
  const messageId = `bat-01k8zzzzzzzzzzzzzzzzzzzz${seed}`;
  const file = { messageId, madeAt: at, executeOn: plainDate('2026-07-01'), debtor, digest: 'ab'.repeat(32) };
  return { name: `order-${seed}`, xml: writePain001({ ...file, payments: [...home, ...away] }) };
}

/** The orders, and ten days of a bank of every profile. */
function samples(): readonly Written[] {
  return Object.keys(bankProfiles).flatMap((profile, seed) => {
    const sent = order(seed);
    let bank = newBank(10n ** 16n);
    const answers: Written[] = [];
    for (let day = 0; day < 10; day += 1) {
      const done = bankDay(bank, {
        ...{ on: addDays(on, day), at, seed, files: [sent.xml] },
        profile: profile as keyof typeof bankProfiles, // a key of the table
      });
      bank = done.state;
      answers.push(...done.files.map(({ name, xml }) => ({ name: `${profile}/${name}`, xml })));
    }
    return [sent, ...answers];
  });
}

function own(folder: string | undefined): readonly Written[] {
  if (folder === undefined) return [];
  const names = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) =>
    name.endsWith('.xml'),
  );
  return names.map((name) => ({ name, xml: readFileSync(join(folder, name), 'utf8') }));
}

/** Tells each message with how many files there were of it; whether all that could be compared fit. */
async function validate(schemas: string, files: readonly Written[]): Promise<boolean> {
  const byMessage = Map.groupBy(
    files,
    ({ xml }) => /xsd:([a-z]{4}\.\d{3}\.\d{3}\.\d{2})"/.exec(xml)?.[1] ?? 'no message',
  );
  let fit = true;
  for (const [message, written] of byMessage) {
    const schema = join(schemas, `${message}.xsd`);
    if (!existsSync(schema)) {
      process.stdout.write(`iso20022: ${message} not run (${written.length} files, no schema)\n`);
      continue;
    }
    const { valid, errors } = await validateXML({
      xml: written.map(({ name, xml }) => ({ fileName: `${name.replaceAll('/', '-')}`, contents: xml })),
      schema: readFileSync(schema, 'utf8'),
    });
    const told = errors.slice(0, 20).map(({ rawMessage }) => `  ${rawMessage}\n`);
    process.stdout.write(
      `iso20022: ${message} ${valid ? 'ok' : 'FAILED'} (${written.length} files)\n${told.join('')}`,
    );
    fit &&= valid;
  }
  return fit;
}

const [schemas, files] = process.argv.slice(2);
if (schemas === undefined) process.stdout.write('iso20022: not run (no folder of schemas was named)\n');
else if (!(await validate(schemas, [...samples(), ...own(files)]))) process.exitCode = 1;

import { showYuan } from '#basics';
import type { BrokenRow, Proof } from '#platform/postgres';
import { booksPass, entriesOfClosedYears } from './books-pass.ts';
import { nextAccounts, type UnpaidYear, wrongYears } from './years-posted.store.ts';

const pageSize = 10_000;

/** Whoever altered, removed or added a line of a closed year, or the sums that a run took its figures from, shows here. */
export const yearsPosted: Proof = {
  name: 'ledger.years-as-posted',
  text: {
    zh: '每个账户每个已结息年度的利息，都等于由分录重算的结果；每笔结息都出自两人批准的一次结息',
    en: 'The interest of every closed year of every account is what its entries come to, posted by a run that two officers approved',
  },
  async run(reader, progress, share) {
    const pass = await (share ? share(booksPass) : booksPass.load(reader));
    // Where no entry lies before its account's open year, no year's interest can have been posted, or be due.
    if (!entriesOfClosedYears(pass)) return { rows: 0n, figures: {}, broken: [] };
    const broken: BrokenRow[] = [];
    let rows = 0n;
    let after = '';
    for (;;) {
      const page = await nextAccounts(reader, { after, limit: pageSize });
      if (!page) return { rows, figures: {}, broken };
      if (broken.length < 100) broken.push(...(await wrongYears(reader, page)).map(brokenYear));
      rows += page.accounts;
      after = page.to;
      progress(rows);
    }
  },
};

function brokenYear({ row, dueFen, postedFen }: UnpaidYear): BrokenRow {
  return {
    row,
    why: {
      zh: `应有利息 ${showYuan(dueFen)} 元，记了 ${showYuan(postedFen)} 元`,
      en: `${showYuan(dueFen)} yuan of interest are due, ${showYuan(postedFen)} were posted`,
    },
  };
}

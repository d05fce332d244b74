import { addDays, addMonths, monthOf } from '#basics';
import { periodsOf } from '#business/registry';
import { accountOnDay, readAccount } from '#engines/ledger';
import { certificateValidityMonths } from '#law';
import type { Reader } from '#platform/postgres';
import { figureToday, type TransferContext, today } from '../context.ts';
import type { Certificate } from '../messages/certificate.ts';
import { makeCertificateNumber } from '../messages/certificate-number.ts';
import { transferPerson } from './gather-sheet.ts';

/**
 * The insurance certificate (参保凭证) of somebody who leaves: taken elsewhere for three months, with the balance of the day
 * before, which is told and never settled on.
 */
export async function issueCertificate(
  reader: Reader,
  { context, owner }: { readonly context: TransferContext; readonly owner: string },
): Promise<Certificate> {
  const { region, random, seal, desk } = context;
  const on = today(context);
  const periods = await periodsOf(reader, [owner]);
  const from = periods.map(({ fromMonth }) => fromMonth).sort()[0] ?? monthOf(on);
  const to =
    periods
      .map(({ toMonth }) => toMonth)
      .sort()
      .at(-1) ?? monthOf(on);
  const account = await readAccount(reader, owner);
  const balanceOn = addDays(on, -1);
  const open = account !== undefined && account.closedOn === null;
  const told = open ? await accountOnDay(reader, { owner, on: balanceOn, knownBefore: null }) : null;
  return {
    ...{ number: makeCertificateNumber({ region, on, random }), issuedOn: on },
    validUntil: addMonths(on, figureToday(context, certificateValidityMonths)),
    ...{
      region,
      person: await transferPerson(reader, { seal, owner }),
      insuranceNumber: null,
      household: null,
    },
    ...{ scheme: 'employee', insured: { from, to }, benefits: null },
    ...(told ? { balanceFen: `${told.balanceFen}`, balanceOn } : { balanceFen: null, balanceOn: null }),
    contact: desk.contact,
  };
}

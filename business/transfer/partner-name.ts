import type { Text } from '#basics';
import { partnerOn } from '#business/partners';
import type { Reader } from '#platform/postgres';
import { type TransferContext, today } from './context.ts';

/** What the directory says of the other agency that people are told: its name, and whether balances go there. */
export async function partnerTold(
  reader: Reader,
  { context, region }: { readonly context: Pick<TransferContext, 'clock' | 'seal'>; readonly region: string },
): Promise<{ readonly name: Text; readonly takesBalances: boolean }> {
  const partner = await partnerOn(reader, { region, on: today(context), seal: context.seal });
  if (!partner.ok) return { name: { zh: region, en: region }, takesBalances: true };
  const { nameZh, nameEn, acceptsBalances } = partner.value;
  return { name: { zh: nameZh, en: nameEn }, takesBalances: acceptsBalances };
}

/** What the other agency is called; its region's code where the directory has lost it. */
export async function partnerName(reader: Reader, asked: Parameters<typeof partnerTold>[1]): Promise<Text> {
  return (await partnerTold(reader, asked)).name;
}

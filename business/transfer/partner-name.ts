import type { Text } from '#basics';
import { partnerOn } from '#business/partners';
import type { Reader } from '#platform/postgres';
import { type TransferContext, today } from './context.ts';

/** What the other agency is called; its region's code where the directory has lost it. */
export async function partnerName(
  reader: Reader,
  { context, region }: { readonly context: Pick<TransferContext, 'clock' | 'seal'>; readonly region: string },
): Promise<Text> {
  const partner = await partnerOn(reader, { region, on: today(context), seal: context.seal });
  if (!partner.ok) return { zh: region, en: region };
  return { zh: partner.value.nameZh, en: partner.value.nameEn };
}

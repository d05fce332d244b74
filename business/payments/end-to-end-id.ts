/** The longest identifier that ISO 20022 messages take. */
const longest = 35;

/**
 * Names one attempt of one order to the bank, and comes back in its answer: `ord-01k8…-2`. Only letters, digits and hyphens,
 * which every clearing system takes.
 */
export function endToEndId({
  orderId,
  attempt,
}: {
  readonly orderId: string;
  readonly attempt: number;
}): string {
  return isoId(`${orderId}-${attempt}`);
}

/** An identifier of ours as ISO 20022 takes it. */
export function isoId(id: string): string {
  const text = id.replaceAll('_', '-');
  if (text.length > longest || !/^[A-Za-z0-9-]+$/.test(text))
    throw new Error(`not fit for a bank's file: ${id}`);
  return text;
}

/** Which attempt an identifier names; null where it is not one of ours. */
export function readEndToEndId(id: string): { readonly orderId: string; readonly attempt: number } | null {
  const [, order, attempt] = /^(ord-[A-Za-z0-9-]+)-([1-9]\d{0,3})$/.exec(id) ?? [];
  return order === undefined ? null : { orderId: order.replaceAll('-', '_'), attempt: Number(attempt) };
}

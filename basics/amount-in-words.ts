/**
 * An amount in Chinese capitals, as cheques and official letters state it beside the figures so that nobody changes one digit:
 * `831240` → `捌仟叁佰壹拾贰元肆角整`. Zeros within are read once as 零; 整 closes what has no fen.
 * Rules: the central bank's on filling in bills (支付结算办法, annex 1).
 */
export function amountInWords(amount: bigint): string {
  if (amount < 0n) return `负${amountInWords(-amount)}`;
  const [yuan, jiao, fen] = [amount / 100n, Number((amount / 10n) % 10n), Number(amount % 10n)];
  if (yuan >= mostYuan) throw new Error('amountInWords: no account holds so much');
  if (amount === 0n) return '零元整';
  const whole = yuan === 0n ? '' : `${wholeInWords(yuan)}元`;
  if (jiao === 0 && fen === 0) return `${whole}整`;
  // A yuan place of zero, or a missing jiao, is a gap that is read.
  const gap = whole !== '' && (yuan % 10n === 0n || jiao === 0) ? '零' : '';
  const tens = jiao === 0 ? '' : `${digits[jiao]}角`;
  return `${whole}${gap}${tens}${fen === 0 ? '整' : `${digits[fen]}分`}`;
}

const digits = ['零', '壹', '贰', '叁', '肆', '伍', '陆', '柒', '捌', '玖'] as const;
const mostYuan = 10n ** 16n;

/** Units from the largest; below ten thousand of one of them the next one reads on. */
const units = [
  { value: 100_000_000n, name: '亿' },
  { value: 10_000n, name: '万' },
  { value: 1_000n, name: '仟' },
  { value: 100n, name: '佰' },
  { value: 10n, name: '拾' },
] as const;

function wholeInWords(yuan: bigint): string {
  const unit = units.find(({ value }) => yuan >= value);
  if (!unit) return digits[Number(yuan)] ?? '';
  const rest = yuan % unit.value;
  const head = `${wholeInWords(yuan / unit.value)}${unit.name}`;
  if (rest === 0n) return head;
  return `${head}${rest * 10n < unit.value ? '零' : ''}${wholeInWords(rest)}`;
}

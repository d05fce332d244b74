import { showYuan } from '#basics';

/** 8,312.40; the minus is a minus (−86.50). Amounts come from the API as fen in decimal. */
export function amount(fen: string | bigint): string {
  return showYuan(BigInt(fen)).replace('-', '−');
}

/** ¥8,312.40. */
export function yuan(fen: string | bigint): string {
  const shown = amount(fen);
  return shown.startsWith('−') ? `−¥${shown.slice(1)}` : `¥${shown}`;
}

/** +301.00 in, −86.50 out. */
export function change(fen: string | bigint): string {
  return BigInt(fen) > 0n ? `+${amount(fen)}` : amount(fen);
}

/** A large figure, its sign and its fen small; who hears it hears the plain amount. */
export function Money({ fen }: { readonly fen: string | bigint }) {
  const shown = amount(fen);
  return (
    <span className="money">
      <span className="vh">{yuan(fen)}</span>
      <span aria-hidden="true">
        <span className="y">¥</span>
        {shown.slice(0, -3)}
        <span className="f">{shown.slice(-3)}</span>
      </span>
    </span>
  );
}

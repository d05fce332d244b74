import { type Fen, forCount, type Text, zeroFen } from '#basics';
import { Icon, type IconName } from './icons.tsx';
import { useSay } from './language.tsx';
import { yuan } from './money.tsx';
import { inFen, leftOver, readShare, sumUp, written } from './shares.ts';

/** How somebody stands to the shares as they are proposed. */
export type Standing = 'agreed' | 'silent' | 'waiting' | 'unconfirmed' | 'waived' | 'objected';

export interface BarPart {
  readonly id: string;
  /** A name, or how somebody is related where no name is told. */
  readonly who: string;
  /** `1/3`; what is no share yet counts as nothing. */
  readonly share: string;
  readonly standing: Standing;
}

/** The shares in true proportion. Shape tells how each stands, words below tell it again; who hears the page hears it all. */
export function ShareBar({
  parts,
  plain = false,
}: {
  readonly parts: readonly BarPart[];
  /** Tells the shares only, not how each stands. */
  readonly plain?: boolean;
}) {
  const say = useSay();
  const told = parts.map(({ who, share, standing }) =>
    [who, share, ...(plain ? [] : [say(standings[standing].text)])].join(' '),
  );
  return (
    <div className="share-bar" role="img" aria-label={told.join(say({ zh: '；', en: '; ' }))}>
      {parts.map(({ id, who, share, standing }) => {
        const read = readShare(share);
        const part = read ? Number(read.numerator) / Number(read.denominator) : 0;
        return (
          <div key={id} className={`of-${standing}`} style={{ flexGrow: part }}>
            <b>{who}</b>
            <small>{share}</small>
          </div>
        );
      })}
    </div>
  );
}

/** The line below the parts: that they are one, or what is lacking. */
export function SumLine({
  parts,
  totalFen,
}: {
  readonly parts: readonly BarPart[];
  readonly totalFen: bigint | null;
}) {
  const say = useSay();
  const summed = sumUp(parts.flatMap(({ share }) => readShare(share) ?? []));
  const { sum, denominator, lacking, whole } = summed;
  const back = -lacking.numerator;
  return (
    <p className={whole ? 'share-sum' : 'share-sum not-one'} role="status">
      <span>
        {say({ zh: '合计', en: 'Total' })} {`${sum}/${denominator}`}
        {!whole &&
          (lacking.numerator > 0n
            ? say({ zh: '，还差 {part}', en: ', {part} missing' }, { part: written(lacking) })
            : say(
                { zh: '，多了 {part}', en: ', {part} too much' },
                { part: written({ ...lacking, numerator: back }) },
              ))}
      </span>
      {whole && totalFen !== null && <span>{yuan(totalFen)}</span>}
    </p>
  );
}

/** What each part comes to today; null of one that is no share, or while they are not one. */
export function amountsOf(parts: readonly BarPart[], totalFen: Fen): ReadonlyMap<string, Fen> {
  const read = parts.flatMap(({ id, share }) => {
    const fraction = readShare(share);
    return fraction ? [{ id, fraction }] : [];
  });
  const summed = sumUp(read.map(({ fraction }) => fraction));
  if (!summed.whole) return new Map();
  const fen = inFen(totalFen, summed);
  return new Map(read.map(({ id }, at) => [id, fen[at] ?? zeroFen]));
}

/** Who gets the fen that no share takes whole, in words; nothing where the amount divides evenly. */
export function LeftOver({
  parts,
  totalFen,
}: {
  readonly parts: readonly BarPart[];
  readonly totalFen: Fen;
}) {
  const say = useSay();
  const read = parts.flatMap(({ who, share }) => {
    const fraction = readShare(share);
    return fraction ? [{ who, fraction }] : [];
  });
  const summed = sumUp(read.map(({ fraction }) => fraction));
  const luckier = summed.whole ? leftOver(totalFen, summed).map((place) => read[place]?.who ?? '') : [];
  if (luckier.length === 0) return null;
  const names = luckier.join(say({ zh: '、', en: ', ' }));
  return say(
    forCount(
      luckier.length,
      { zh: '除不尽的 0.01 元归{names}。', en: 'The 0.01 yuan left over goes to {names}.' },
      {
        zh: '除不尽的，{names}各多得 0.01 元。',
        en: 'What is left over goes, 0.01 yuan each, to {names}.',
      },
    ),
    { names },
  );
}

export function StandingTag({ standing, text }: { readonly standing: Standing; readonly text?: Text }) {
  const say = useSay();
  const { look, icon, text: usual } = standings[standing];
  return (
    <span className={`tag ${look}`}>
      <Icon name={icon} />
      {say(text ?? usual)}
    </span>
  );
}

const standings: Readonly<
  Record<Standing, { readonly look: string; readonly icon: IconName; readonly text: Text }>
> = {
  agreed: { look: 'ok', icon: 'tick', text: { zh: '已同意', en: 'Agreed' } },
  silent: { look: '', icon: 'clock', text: { zh: '还没有答复', en: 'No answer yet' } },
  waiting: { look: 'wait', icon: 'clock', text: { zh: '等答复', en: 'Asked, no answer yet' } },
  unconfirmed: {
    ...{ look: 'wait', icon: 'clock' },
    text: { zh: '表示同意，待本人确认', en: 'Agreed, still to be confirmed' },
  },
  waived: { look: '', icon: 'cross', text: { zh: '已放弃', en: 'Waived' } },
  objected: { look: 'stop', icon: 'warn', text: { zh: '有异议', en: 'Objects' } },
};

import { Link } from 'react-router';
import type { Fen, Text } from '#basics';
import { useSay } from '../../ui/language.tsx';
import { pageOf } from '../../ui/links.ts';
import { Money } from '../../ui/money.tsx';
import { amountsOf, type BarPart, LeftOver, ShareBar, SumLine } from '../../ui/share-bar.tsx';
import { toTheDay } from '../to-the-day.ts';
import { maySayWhichIsMe } from './does-for-heir.tsx';
import { barOf, type EstateSeen, livingIn, mayChange, settledOf, totalOf } from './estate.tsx';
import { OneHeir } from './one-heir.tsx';
import { lookAlike, whoMayBeMe } from './which-is-me.ts';

/** The account, the shares in true proportion, and each heir with what they get and how they stand to it. */
export function SharesCard({ of }: { readonly of: EstateSeen }) {
  const say = useSay();
  const { view, heirs, number } = of;
  const parts = barOf(heirs);
  const total = totalOf(view);
  const settled = heirs.shares.some(({ payment }) => payment !== null);
  const amounts = settled || total === null ? new Map<string, Fen>() : amountsOf(parts, total);
  const whole = settled ? settledOf(heirs) : total;
  const living = livingIn(heirs);
  const gone = heirs.heirs.filter(({ predeceasedOn, word }) => predeceasedOn !== null && word !== 'struck');
  return (
    <div className="card pad">
      {whole !== null && (
        <div className="share-total">
          <Money fen={whole} />
          <span className="small muted">
            {say(
              settled
                ? { zh: '结清的总额，含利息', en: 'Settled in all, with interest' }
                : { zh: '今天的余额，含利息', en: 'Today, with interest' },
            )}
          </span>
        </div>
      )}
      {parts.length > 0 && <ShareBar parts={parts} />}
      {living.length > 0 ? (
        <ol className="heirs-list">
          {living.map((heir) => (
            <OneHeir
              key={heir.successorId}
              {...{ of, heir }}
              amount={amounts.get(heir.successorId) ?? null}
            />
          ))}
        </ol>
      ) : (
        <p className="muted">{say({ zh: '还没有写下继承人。', en: 'No heir is written down yet.' })}</p>
      )}
      {gone.length > 0 && (
        <p className="small muted">
          {say({ zh: '先去世、由后代代位的：', en: 'Died before, their descendants take their place: ' })}
          {gone.map(({ name }) => name).join(say({ zh: '、', en: ', ' }))}
        </p>
      )}
      {maySayWhichIsMe(of) && lookAlike(whoMayBeMe(living)) && (
        <p className="small muted">{say(whichIsMe)}</p>
      )}
      {parts.length > 0 && <Sum {...{ parts, settled, whole }} remainder={heirs.remainder} />}
      {mayChange(view) && <ChangeThem {...{ number }} heirs={living.length} />}
    </div>
  );
}

/** That the parts are one, to the fen, and who gets what does not divide evenly. */
function Sum(summed: {
  readonly parts: readonly BarPart[];
  readonly settled: boolean;
  /** Of the settlement, or today; null where that is not known. */
  readonly whole: Fen | null;
  readonly remainder: Text;
}) {
  const { parts, settled, whole, remainder } = summed;
  const say = useSay();
  return (
    <>
      <SumLine parts={parts} totalFen={whole} />
      <p className="small muted">
        {settled || whole === null ? (
          say(remainder)
        ) : (
          <>
            <LeftOver {...{ parts }} totalFen={whole} /> {say(toTheDay)}
          </>
        )}
      </p>
    </>
  );
}

function ChangeThem({ number, heirs }: { readonly number: string; readonly heirs: number }) {
  const say = useSay();
  return (
    <p className="does-row">
      <Link className={heirs === 0 ? 'btn primary' : undefined} to={pageOf.ofEstate(number, 'heirs/new')}>
        {say(
          heirs === 0
            ? { zh: '写下继承人', en: 'Write down the heirs' }
            : { zh: '还有别的继承人？', en: 'Is there another heir?' },
        )}
      </Link>
      {heirs > 1 && (
        <Link to={pageOf.ofEstate(number, 'shares')}>{say({ zh: '改份额', en: 'Change the shares' })}</Link>
      )}
    </p>
  );
}

const whichIsMe = {
  zh: '名字只显示一部分。分不清哪一位是您的，请带身份证件到窗口，工作人员当场帮您选。',
  en: 'Names are shown in part. If you cannot tell which one is you, come to a window with your identity document, and it is done for you there.',
};

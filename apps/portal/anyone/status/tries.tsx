import { useEffect, useRef } from 'react';
import { regionPack } from '#law';
import type { Refused } from '../../ui/ask.ts';
import { Icon } from '../../ui/icons.tsx';
import { useSay } from '../../ui/language.tsx';
import { useSite } from '../../ui/site.tsx';

/** Why nothing is shown, and what to do; it takes the focus. */
export function NotTold({ refused }: { readonly refused: Refused | null }) {
  const say = useSay();
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (refused) box.current?.focus();
  }, [refused]);
  if (!refused) return null;
  return (
    <div className="errors" role="alert" tabIndex={-1} ref={box}>
      <h2>
        <Icon name="warn" />
        {say(refused.code === 'tracking.not-told' ? notFound : notNow)}
      </h2>
      <p>{say(refused.text)}</p>
      <p>{say(refused.next)}</p>
    </div>
  );
}

const notFound = { zh: '没有查到', en: 'Nothing found' };
const notNow = { zh: '现在查不了', en: 'It cannot be looked up just now' };

/** How many tries there are, said before they are used up. */
export function Tries() {
  const say = useSay();
  const { region } = useSite();
  const { number } = regionPack(region).hotline;
  return (
    <details className="tries">
      <summary>
        <Icon name="lock" />
        {say({ zh: '填错了会怎样？填的内容会留下吗？', en: 'What if I mistype? Is anything kept?' })}
      </summary>
      <ul className="plain">
        <li>
          {say({
            zh: '连续填错 5 次，您所在的网络要等 15 分钟再查；再错 5 次，等的时间加倍，最长一天。别人不受影响。',
            en: 'After 5 wrong tries in a row your connection waits a quarter of an hour; after each further 5 twice as long, a day at most. Nobody else waits.',
          })}
        </li>
        <li>
          {say({
            zh: '用证件核对的，一件最多先试 10 次，以后每天多 1 次，总共 50 次；用完后请用查询码。',
            en: 'By document you can try 10 times at first and once more each day, 50 times in all for a case. After that only the tracking code works.',
          })}
        </li>
        <li>
          {say({
            zh: '您填的只用来查这一次，不出现在网址里，也不留在这台设备上。结果里没有姓名、证件号和金额。',
            en: 'What you fill in is used for this one look-up. It is in no address and stays on no device. The answer holds no name, number or amount.',
          })}
        </li>
        <li>
          {say({ zh: '查不到也可以打电话：', en: 'You can also telephone: ' })}
          <a className="nb" href={`tel:${number}`}>
            {number}
          </a>
          {say({ zh: '，或者到窗口问。', en: ', or ask at a window.' })}
        </li>
      </ul>
    </details>
  );
}

import { demoOfficers, demoPassword } from './staff.ts';

/** What `npm start` prints, in both languages: where it is, who may log in, what to try. */
export function introduction(address: string, gateway: string | null): string {
  const logins = demoOfficers.map(
    ({ loginName, nameZh, nameEn }) => `  ${loginName.padEnd(10)} ${nameZh} · ${nameEn}`,
  );
  return [
    '',
    `随行 Suixing   ${address}`,
    '这里的人、单位、余额和银行都是合成的数据，没有真人。',
    'Everybody and everything here is synthetic: no real person, employer, balance or bank.',
    '',
    `  接口说明 · API page   ${address}/docs`,
    ...(gateway === null ? [] : [`  网关 · gateway        ${gateway}`]),
    `  登录密码 · password   ${demoPassword}`,
    ...logins,
    '',
    '在另一个终端里试一试 · To try, in a second terminal in this folder:',
    '  npx suixing assess scenarios/examples/refused-by-chengdu.json',
    `  echo ${demoPassword} | npx suixing login clerk1 --password-stdin && npx suixing case list`,
    '  npx suixing demo advance 10d',
    '',
    '按 Ctrl-C 停止 · Ctrl-C stops it.',
  ].join('\n');
}

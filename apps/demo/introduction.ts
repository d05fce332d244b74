import { regionName } from '#law';
import { demoCitizens } from './citizens.ts';
import { otherLogins } from './other-logins.ts';
import type { ServedCity } from './serve-city.ts';
import { demoOfficers, demoPassword } from './staff.ts';

/** What `npm start` prints, in both languages: where the two agencies are, who may log in, what to try. */
export function introduction(cities: readonly [ServedCity, ServedCity]): string {
  const logins = demoOfficers.map(
    ({ loginName, nameZh, nameEn }) => `  ${loginName.padEnd(10)} ${nameZh} · ${nameEn}`,
  );
  const citizens = [...demoCitizens, ...otherLogins].map(
    ({ loginName, who }) => `  ${loginName.padEnd(10)} ${who.zh} · ${who.en}`,
  );
  const [{ address }, other] = cities;
  const there = other.agency.region;
  const places = cities.flatMap(({ agency: { region }, address: at, gateway }) => [
    `  ${regionName(region).zh} ${regionName(region).en} ${region}   ${at}`,
    `    给大家用的网页 · portal  ${at}/`,
    `    接口说明 · API page   ${at}/docs`,
    `    网关 · gateway        ${gateway}`,
  ]);
  return [
    '',
    `随行 Suixing   ${address}`,
    '这里的人、单位、余额和银行都是合成的数据，没有真人。',
    'Everybody and everything here is synthetic: no real person, employer, balance or bank.',
    '',
    '两个经办机构，各有自己的数据库、密钥、账户和网关 · Two agencies, each with its own database, keys, account and gateway:',
    ...places,
    `  登录密码（两边相同）· password, the same in both   ${demoPassword}`,
    ...logins,
    `参保人、单位、代办人在网页上登录，密码相同 · The insured, an employer and an agent sign in on the pages, with the same password   ${address}/zh/my`,
    ...citizens,
    '',
    '在另一个终端里试一试 · To try, in a second terminal in this folder:',
    '  npx suixing assess scenarios/examples/refused-by-chengdu.json',
    `  echo ${demoPassword} | npx suixing login clerk1 --password-stdin && npx suixing case list`,
    '  npx suixing demo advance 10d',
    `转移接续：--agency ${there} 指另一个机构，步骤见 docs/transfers.md · Transfers: --agency ${there} means the other agency, steps in docs/transfers.md:`,
    `  echo ${demoPassword} | npx suixing --agency ${there} login clerk1 --password-stdin`,
    '  npx suixing demo movers',
    `  npx suixing --agency ${there} demo balances refused`,
    '',
    '按 Ctrl-C 停止 · Ctrl-C stops it.',
  ].join('\n');
}

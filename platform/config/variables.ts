import type { Text } from '#basics';
import {
  type Parsed,
  parseAddresses,
  parseKey,
  parseKeys,
  parseListener,
  parseMailAddress,
  parseOneOf,
  parsePort,
  parsePostcode,
  parsePostgresUrl,
  parseRegion,
  parseSmtpUrl,
  parseText,
  parseTexts,
  parseToken,
  parseWebAddress,
} from './parsers.ts';

/** One environment variable: all that the start-up check, `.env.example` and a reader need to know of it. */
export interface Variable<T> {
  readonly name: `SUIXING_${string}`;
  readonly meaning: Text;
  readonly parse: (text: string) => Parsed<T>;
  /** What absence counts as, as it would be written; null where absence has a meaning of its own. */
  readonly default: string | null;
  readonly requiredInProduction: boolean;
}

/** Every environment variable that Suixing reads. A name that begins with SUIXING_ and is not here is refused. */
export const variables = {
  mode: variable({
    name: 'SUIXING_MODE',
    meaning: {
      zh: '运行方式：production 为正式运行，development 为开发，demo 为演示（合成数据）。不填时为演示；给了数据库地址时为开发',
      en: 'How it runs: production, development, or demo (synthetic data). By default a demo; development where database addresses are given',
    },
    parse: parseOneOf('production', 'development', 'demo'),
  }),
  region: variable({
    name: 'SUIXING_REGION',
    meaning: {
      zh: '本经办机构的行政区划代码（GB/T 2260）',
      en: 'Region code (GB/T 2260) of the agency that runs here',
    },
    parse: parseRegion,
    default: '440300',
    requiredInProduction: true,
  }),
  agency: variable({
    name: 'SUIXING_AGENCY',
    meaning: {
      zh: '演示里有两个经办机构，要用的是哪一个（行政区划代码，例如 510100）；不填时为 SUIXING_REGION 的那个。命令行也可写 --agency',
      en: 'Which of a demo’s two agencies is meant, by its region code, such as 510100; by default that of SUIXING_REGION. On the command line --agency says the same',
    },
    parse: parseRegion,
  }),
  host: variable({
    name: 'SUIXING_HOST',
    meaning: { zh: '监听的网络地址', en: 'Network address to listen on' },
    parse: parseToken,
    default: '127.0.0.1',
  }),
  port: variable({
    name: 'SUIXING_PORT',
    meaning: { zh: '监听的端口；0 表示任选一个空闲端口', en: 'Port to listen on; 0 takes any free one' },
    parse: parsePort,
    default: '4403',
  }),
  publicAddress: variable({
    name: 'SUIXING_PUBLIC_ADDRESS',
    meaning: {
      zh: '公众打开网页所用的地址，例如 https://ybj.example.gov.cn/；印在纸上的二维码指向这里。不填时不印；演示中为本机地址',
      en: 'Where people open the pages, such as https://insurance.example.gov.cn/; codes on paper lead there. Without it none is printed; a demo prints its own address',
    },
    parse: parseWebAddress,
  }),
  trustedProxies: variable({
    name: 'SUIXING_TRUSTED_PROXIES',
    meaning: {
      zh: '反向代理的地址或网段，用逗号分隔；只有它们转告的来访地址才可信，用于限制访问频率',
      en: 'Addresses or networks of reverse proxies, with commas between; only their word on where a request comes from is taken, to limit rates',
    },
    parse: parseAddresses,
  }),
  metricsToken: variable({
    name: 'SUIXING_METRICS_TOKEN',
    meaning: {
      zh: '从其他机器读取 /metrics 所需的凭证；不填时只有本机可读',
      en: 'Token for reading /metrics from another machine; without it only this machine may',
    },
    parse: parseToken,
  }),
  dataDir: variable({
    name: 'SUIXING_DATA_DIR',
    meaning: {
      zh: '存放内置数据库、上传材料和密钥文件的文件夹；不填时为程序目录下的 .suixing/<运行方式>',
      en: 'Folder of the embedded database, uploaded papers and the key file; by default .suixing/<mode> in the checkout',
    },
    parse: parseText,
    requiredInProduction: true,
  }),
  filesDir: variable({
    name: 'SUIXING_FILES_DIR',
    meaning: {
      zh: '存放上传材料的文件夹（文件均已加密）；不填时为数据文件夹中的 files。几个进程共用同一个文件夹',
      en: 'Folder of the uploaded papers, each of them encrypted; by default files in the data folder. All processes share it',
    },
    parse: parseText,
  }),
  clamd: variable({
    name: 'SUIXING_CLAMD',
    meaning: {
      zh: '病毒扫描程序 clamd 的地址（主机和端口，中间加冒号；或套接字的路径）；不填时上传的材料标为“未扫描”',
      en: 'Where the virus scanner clamd listens: host:port, or the path of its socket; without it uploaded papers are marked as not scanned',
    },
    parse: parseListener,
  }),
  databaseUrl: variable({
    name: 'SUIXING_DATABASE_URL',
    meaning: {
      zh: 'PostgreSQL 15–18 的连接地址（应用角色）；不填时使用内置数据库。三个地址要么都填，要么都不填',
      en: 'PostgreSQL 15–18 for the application role; the embedded database where absent. All three addresses or none',
    },
    parse: parsePostgresUrl,
    requiredInProduction: true,
  }),
  loginDatabaseUrl: variable({
    name: 'SUIXING_LOGIN_DATABASE_URL',
    meaning: {
      zh: '同一数据库，登录角色（只能开启会话）',
      en: 'The same database for the role that opens sessions',
    },
    parse: parsePostgresUrl,
    requiredInProduction: true,
  }),
  migratorDatabaseUrl: variable({
    name: 'SUIXING_MIGRATOR_DATABASE_URL',
    meaning: {
      zh: '同一数据库，迁移角色（拥有各表）',
      en: 'The same database for the role that owns the tables',
    },
    parse: parsePostgresUrl,
    requiredInProduction: true,
  }),
  gatewayDatabaseUrl: variable({
    name: 'SUIXING_GATEWAY_DATABASE_URL',
    meaning: {
      zh: '同一数据库，网关角色（只能存入其他经办机构的报文）；不填时不开网关，与其他机构只用纸质往来',
      en: 'The same database for the role that keeps other agencies’ messages; without it no gateway is run, and other agencies are reached on paper',
    },
    parse: parsePostgresUrl,
  }),
  gatewayPort: variable({
    name: 'SUIXING_GATEWAY_PORT',
    meaning: {
      zh: '网关（其他经办机构往来用）监听的端口；0 表示任选一个空闲端口。不填时为 4404，演示中比 SUIXING_PORT 大 1；SUIXING_PORT 为 0 时也任选',
      en: 'Port of the gateway, which other agencies speak to; 0 takes any free one. By default 4404, in a demo the port after SUIXING_PORT, or any where SUIXING_PORT is 0',
    },
    parse: parsePort,
  }),
  identityKey: variable({
    name: 'SUIXING_IDENTITY_KEY',
    meaning: {
      zh: '加密证件号码的密钥：32 个随机字节，64 位十六进制或 base64。正式运行时必须提供密钥或密钥文件；其他方式下首次启动时自动生成密钥文件',
      en: 'Key that encrypts identity numbers: 32 random bytes as hexadecimal or base64. Production needs it or the file; otherwise a key file is made at the first start',
    },
    parse: parseKey,
  }),
  identityKeyFile: variable({
    name: 'SUIXING_IDENTITY_KEY_FILE',
    meaning: {
      zh: '存放上述密钥的文件（仅本人可读）；不填时为数据文件夹中的 identity.key',
      en: 'File that holds that key, readable by its owner only; by default identity.key in the data folder',
    },
    parse: parseText,
  }),
  signingKeysDir: variable({
    name: 'SUIXING_SIGNING_KEYS_DIR',
    meaning: {
      zh: '存放本机构签名密钥的文件夹（仅本人可读）；不填时为数据文件夹中的 signing-keys。正式运行时先运行 suixing keys new',
      en: "Folder of the agency's signing keys, readable by its owner only; by default signing-keys in the data folder. In production run `suixing keys new` first",
    },
    parse: parseText,
  }),
  sealsTo: variable({
    name: 'SUIXING_SEALS_TO',
    meaning: {
      zh: '每日封存的第二存放处：另一台机器上的文件夹，或以 http(s):// 开头的地址（用 PUT 写入）；不填时为数据文件夹中的 seals',
      en: 'Second place of the daily seals: a folder on another machine, or an address with http(s):// that takes PUT; by default seals in the data folder',
    },
    parse: parseText,
    requiredInProduction: true,
  }),
  sealsToken: variable({
    name: 'SUIXING_SEALS_TOKEN',
    meaning: {
      zh: '写入上述地址所需的凭证（Authorization: Bearer）',
      en: 'Token for writing to that address (Authorization: Bearer)',
    },
    parse: parseToken,
  }),
  otherIdentityKeys: variable({
    name: 'SUIXING_OTHER_IDENTITY_KEYS',
    meaning: {
      zh: '更换密钥期间还能读取的其他证件号码密钥，写法同上，用逗号分隔；用完即撤',
      en: 'Other identity keys that can be read with while the key is changed, written in the same way, with commas between; taken out afterwards',
    },
    parse: parseKeys,
  }),
  otherIdentityKeyFiles: variable({
    name: 'SUIXING_OTHER_IDENTITY_KEY_FILES',
    meaning: {
      zh: '存放这些密钥的文件（仅本人可读），用逗号分隔',
      en: 'Files that hold such keys, readable by their owner only, with commas between',
    },
    parse: parseTexts,
  }),
  backupKey: variable({
    name: 'SUIXING_BACKUP_KEY',
    meaning: {
      zh: '加密备份文件的密钥，写法同上；备份和恢复时必须提供密钥或密钥文件。它不在备份里，请另行保管',
      en: 'Key that encrypts backups, written in the same way; backup and restore need it or the file. It is in no backup: keep it elsewhere',
    },
    parse: parseKey,
  }),
  backupKeyFile: variable({
    name: 'SUIXING_BACKUP_KEY_FILE',
    meaning: {
      zh: '存放备份密钥的文件（仅本人可读）',
      en: 'File that holds that key, readable by its owner only',
    },
    parse: parseText,
  }),
  logLevel: variable({
    name: 'SUIXING_LOG_LEVEL',
    meaning: { zh: '日志详细程度', en: 'How much is logged' },
    parse: parseOneOf('trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent'),
    default: 'info',
  }),
  lang: variable({
    name: 'SUIXING_LANG',
    meaning: {
      zh: '命令行输出的语言（zh 或 en）；不填时跟随系统语言，系统语言不是英文时用中文',
      en: "Language of the command line (zh or en); by default the system's, and Chinese where that is not English",
    },
    parse: parseOneOf('zh', 'en'),
  }),
  session: variable({
    name: 'SUIXING_SESSION',
    meaning: {
      zh: '脚本里命令行所用的登录凭证（POST /api/v1/sessions 写 "deliver":"token" 得到）；写明后不用 suixing login 保存的登录',
      en: 'Session token of the command line for scripts, as POST /api/v1/sessions with "deliver":"token" answers it; it goes before what `suixing login` keeps',
    },
    parse: parseToken,
  }),
  payerName: variable({
    name: 'SUIXING_PAYER_NAME',
    meaning: { zh: '付款账户的户名（经办机构）', en: 'Name on the account that the agency pays from' },
    parse: parseText,
    requiredInProduction: true,
  }),
  payerAccount: variable({
    name: 'SUIXING_PAYER_ACCOUNT',
    meaning: { zh: '付款账户的账号', en: 'Number of the account that the agency pays from' },
    parse: parseToken,
    requiredInProduction: true,
  }),
  payerBankCode: variable({
    name: 'SUIXING_PAYER_BANK_CODE',
    meaning: { zh: '付款银行的联行号（12 位）', en: 'Clearing number of the paying bank, twelve digits' },
    parse: parseToken,
    requiredInProduction: true,
  }),
  payerBankName: variable({
    name: 'SUIXING_PAYER_BANK_NAME',
    meaning: {
      zh: '付款账户的开户银行名称；其他机构向该账户划转',
      en: 'Name of the bank that the account is with; other agencies remit to this account',
    },
    parse: parseText,
    requiredInProduction: true,
  }),
  contactUnit: variable({
    name: 'SUIXING_CONTACT_UNIT',
    meaning: {
      zh: '其他机构联系的部门，写入联系函等文书',
      en: 'Unit that other agencies turn to; stands in contact letters',
    },
    parse: parseText,
    requiredInProduction: true,
  }),
  contactPhone: variable({
    name: 'SUIXING_CONTACT_PHONE',
    meaning: { zh: '该部门的电话', en: 'Telephone of that unit' },
    parse: parseText,
    requiredInProduction: true,
  }),
  contactAddress: variable({
    name: 'SUIXING_CONTACT_ADDRESS',
    meaning: { zh: '该部门的通讯地址', en: 'Postal address of that unit' },
    parse: parseText,
    requiredInProduction: true,
  }),
  contactPostcode: variable({
    name: 'SUIXING_CONTACT_POSTCODE',
    meaning: { zh: '该地址的邮政编码（6 位）', en: 'Postcode of that address, six digits' },
    parse: parsePostcode,
    requiredInProduction: true,
  }),
  acceptsBalances: variable({
    name: 'SUIXING_ACCEPTS_BALANCES',
    meaning: {
      zh: '是否接收其他机构划来的个人账户余额（yes 或 no）',
      en: 'Whether balances of personal accounts are taken from other agencies (yes or no)',
    },
    parse: parseOneOf('yes', 'no'),
    default: 'yes',
  }),
  notices: variable({
    name: 'SUIXING_NOTICES',
    meaning: {
      zh: '通知交到哪里：folder 写入数据文件夹中的 notices，由短信网关取走；log 只记日志，不发出，用于试运行。发邮件另见 SUIXING_SMTP_URL',
      en: 'Where notices go: folder, for the short-message gateway, is `notices` in the data folder; log only says so in the log, for a trial. For e-mail see SUIXING_SMTP_URL',
    },
    parse: parseOneOf('folder', 'log'),
    default: 'folder',
  }),
  smtpUrl: variable({
    name: 'SUIXING_SMTP_URL',
    meaning: {
      zh: '邮件服务器的地址，含用户和密码，以 smtps 开头，或以 smtp 开头（要求 STARTTLS）；不填时邮件与短信一样处理',
      en: 'Mail server: smtps://user:password@host:465, or smtp:// (STARTTLS is required); without it e-mail goes where short messages go',
    },
    parse: parseSmtpUrl,
  }),
  mailFrom: variable({
    name: 'SUIXING_MAIL_FROM',
    meaning: { zh: '邮件的发件地址', en: 'Address that e-mail comes from' },
    parse: parseMailAddress,
  }),
  webhookNetworks: variable({
    name: 'SUIXING_WEBHOOK_NETWORKS',
    meaning: {
      zh: '允许推送消息的内部网段，用逗号分隔；不填时只推送到公网地址',
      en: 'Private networks that webhooks may go to, with commas between; only public addresses where absent',
    },
    parse: parseAddresses,
  }),
  chromium: variable({
    name: 'SUIXING_CHROMIUM',
    meaning: { zh: '测试和打印所用浏览器的路径', en: 'Path of the browser that the tests and printing use' },
    parse: parseText,
  }),
  testDatabaseUrl: variable({
    name: 'SUIXING_TEST_DATABASE_URL',
    meaning: {
      zh: '测试所用的 PostgreSQL（须能新建数据库和角色）；不填时使用内置数据库',
      en: 'PostgreSQL for the tests, as a user who may create databases and roles; the embedded one where absent',
    },
    parse: parsePostgresUrl,
  }),
  iso20022Dir: variable({
    name: 'SUIXING_ISO20022_DIR',
    meaning: {
      zh: '存放 ISO 20022 官方 XSD 文件的文件夹；填写后测试会据此校验银行文件',
      en: 'Folder with the official ISO 20022 schemas; where given, the tests validate bank files against them',
    },
    parse: parseText,
  }),
} as const;

/** What each variable says, null where it says nothing. */
export type Values = {
  readonly [K in keyof typeof variables]: (typeof variables)[K] extends Variable<infer T> ? T | null : never;
};

function variable<T>(
  declared: Omit<Variable<T>, 'default' | 'requiredInProduction'> & Partial<Variable<T>>,
): Variable<T> {
  return { default: null, requiredInProduction: false, ...declared };
}

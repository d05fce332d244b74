import type { Problem, Text } from '#basics';
import { type Values, variables } from './variables.ts';

/** Settings that are each well formed and together wrong or dangerous. */
export function combinationProblems(values: Values): readonly Problem[] {
  return [
    ...databaseProblems(values),
    ...keyProblems(values),
    ...mailProblems(values),
    ...agencyProblems(values),
  ];
}

function databaseProblems(values: Values): readonly Problem[] {
  const needed = ['databaseUrl', 'loginDatabaseUrl', 'migratorDatabaseUrl'] as const;
  const given = [...needed, 'gatewayDatabaseUrl' as const].filter((key) => values[key] !== null);
  if (given.length === 0) return [];
  const missing = needed.filter((key) => values[key] === null);
  const problems = missing.map((key) => problem(key, allOrNone));
  const roles = new Set(given.map((key) => values[key]?.username));
  if (roles.size < given.length) problems.push(problem('databaseUrl', sameRole));
  if (values.mode === 'demo') problems.push(problem('databaseUrl', demoIsEmbedded));
  return problems;
}

function keyProblems(values: Values): readonly Problem[] {
  return [...identityKeyProblems(values), ...backupKeyProblems(values)];
}

function backupKeyProblems(values: Values): readonly Problem[] {
  if (values.backupKey && values.backupKeyFile) return [problem('backupKey', backupKeyTwice)];
  return [];
}

function identityKeyProblems(values: Values): readonly Problem[] {
  if (values.identityKey && values.identityKeyFile) return [problem('identityKey', keyTwice)];
  if (values.mode === 'production' && !values.identityKey && !values.identityKeyFile)
    return [problem('identityKey', keyMissing)];
  return [];
}

function agencyProblems({ mode, agency, databaseUrl }: Values): readonly Problem[] {
  const demo = (mode ?? (databaseUrl === null ? 'demo' : 'development')) === 'demo';
  return agency === null || demo ? [] : [problem('agency', onlyInDemo)];
}

function mailProblems({ smtpUrl, mailFrom }: Values): readonly Problem[] {
  if ((smtpUrl === null) === (mailFrom === null)) return [];
  return [problem(smtpUrl === null ? 'smtpUrl' : 'mailFrom', mailTogether)];
}

function problem(key: keyof typeof variables, detail: Text): Problem {
  return { path: variables[key].name, detail };
}

const allOrNone: Text = {
  zh: '数据库地址（应用、登录、迁移）要么都填，要么都不填',
  en: 'is missing: the database addresses of application, login and migrator are given together or not at all',
};
// The guards of the ledger are privileges; one role for everything would switch them off.
const sameRole: Text = {
  zh: '每个数据库地址必须使用不同的角色',
  en: 'must use another role than the other database addresses',
};
const demoIsEmbedded: Text = {
  zh: '演示只用内置数据库，不会写入指定的数据库',
  en: 'cannot be given for a demo, which keeps to its embedded database',
};
const onlyInDemo: Text = {
  zh: '只有演示才有几个经办机构',
  en: 'is for demos only: elsewhere there is one agency, that of SUIXING_REGION',
};
const mailTogether: Text = {
  zh: '邮件服务器和发件地址要么都填，要么都不填',
  en: 'is missing: SUIXING_SMTP_URL and SUIXING_MAIL_FROM are given together or not at all',
};
const keyTwice: Text = {
  zh: '密钥和密钥文件只能填一个',
  en: 'cannot be given beside SUIXING_IDENTITY_KEY_FILE; keep one of the two',
};
const backupKeyTwice: Text = {
  zh: '密钥和密钥文件只能填一个',
  en: 'cannot be given beside SUIXING_BACKUP_KEY_FILE; keep one of the two',
};
const keyMissing: Text = {
  zh: '正式运行时必须提供密钥，或用 SUIXING_IDENTITY_KEY_FILE 指定密钥文件',
  en: 'must be given in production, or a file named by SUIXING_IDENTITY_KEY_FILE',
};

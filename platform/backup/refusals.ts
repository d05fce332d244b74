import { defineRefusals } from '#basics';

/** Why a backup cannot be made, read or restored. */
export const backupRefusals = defineRefusals({
  'backup.not-a-backup': {
    kind: 'bad-input',
    text: { zh: '文件 {file} 不是随行的备份。', en: '{file} is no backup made by Suixing.' },
    next: { zh: '检查文件名。', en: 'Check the name of the file.' },
  },
  'backup.newer': {
    kind: 'bad-input',
    text: {
      zh: '这个备份由更新的版本（{product}）制作，本版本不能恢复它。',
      en: 'A newer release ({product}) made this backup; this one cannot restore it.',
    },
    next: { zh: '升级程序后再恢复。', en: 'Upgrade the program, then restore.' },
  },
  'backup.other-history': {
    kind: 'bad-input',
    text: {
      zh: '备份所用的迁移 {name} 与本程序的不同，不能恢复。',
      en: 'The backup rests on another text of the migration {name} than this program has; it cannot be restored.',
    },
    next: {
      zh: '用制作备份的那个发布版本恢复，再升级。',
      en: 'Restore with the release that made the backup, then upgrade.',
    },
  },
  'backup.other-key': {
    kind: 'bad-input',
    text: {
      zh: '备份是用另一把密钥（编号 {needed}）加密的，给出的密钥编号是 {given}。',
      en: 'The backup was encrypted with another key (number {needed}); the one given is number {given}.',
    },
    next: {
      zh: '在 SUIXING_BACKUP_KEY_FILE 里指定当时的密钥文件。',
      en: 'Name the key file of that time in SUIXING_BACKUP_KEY_FILE.',
    },
  },
  'backup.incomplete': {
    kind: 'bad-input',
    text: {
      zh: '备份文件不完整：在第 {at} 个字节处就结束了。',
      en: 'The backup is not complete: it ends at byte {at}.',
    },
    next: {
      zh: '重新复制文件；若原件也是如此，换用另一个备份。没有恢复任何内容。',
      en: 'Copy the file again; where the original is the same, take another backup. Nothing was restored.',
    },
  },
  'backup.damaged': {
    kind: 'bad-input',
    text: {
      zh: '备份文件在第 {at} 个字节之后残缺、损坏或被改动过。',
      en: 'The backup is cut short, damaged or altered after byte {at}.',
    },
    next: {
      zh: '重新复制文件；若原件也是如此，换用另一个备份。没有恢复任何内容。',
      en: 'Copy the file again; where the original is the same, take another backup. Nothing was restored.',
    },
  },
  'backup.file-exists': {
    kind: 'conflict',
    text: { zh: '文件 {file} 已经存在。', en: 'The file {file} is there already.' },
    next: {
      zh: '换一个文件名；备份不会互相覆盖。',
      en: 'Choose another name; no backup overwrites another.',
    },
  },
  'backup.unreadable-file': {
    kind: 'bad-input',
    text: { zh: '读不到备份文件 {file}：{words}。', en: 'The backup {file} cannot be read: {words}.' },
    next: { zh: '检查路径和读取权限。', en: 'Check the path and that you may read it.' },
  },
  'backup.unwritable-file': {
    kind: 'bad-input',
    text: { zh: '备份写不进 {file}：{words}。', en: 'The backup cannot be written to {file}: {words}.' },
    next: {
      zh: '检查文件夹、写入权限和剩余空间；没有留下不完整的备份。',
      en: 'Check the folder, your right to write there and the room left; no partial backup stays behind.',
    },
  },
  'backup.nothing-there': {
    kind: 'unprocessable',
    text: {
      zh: '数据库还是空的，没有可备份的内容。',
      en: 'The database is empty; there is nothing to back up.',
    },
    next: {
      zh: '检查 SUIXING_DATA_DIR 或数据库地址是否指向正在使用的数据库。',
      en: 'Check that SUIXING_DATA_DIR or the database addresses name the database in use.',
    },
  },
  'backup.schema-moved': {
    kind: 'conflict',
    text: {
      zh: '备份开始时数据库正在升级。',
      en: 'The database was being migrated when the backup began.',
    },
    next: { zh: '等升级完成后再备份。', en: 'Wait for the migration to end and back up again.' },
  },
  'backup.restored-already': {
    kind: 'conflict',
    text: {
      zh: '这个备份已经完整恢复到这个数据库里了。没有改动任何内容。',
      en: 'This backup has been restored into this database already, and the restore is complete. Nothing was changed.',
    },
    next: {
      zh: '不用再恢复。运行 suixing verify 逐项证明，然后启动服务。',
      en: 'There is nothing left to restore. Run `suixing verify` for the proofs, then start the service.',
    },
  },
  'backup.not-empty': {
    kind: 'conflict',
    text: {
      zh: '目标数据库里已经有表；备份只恢复到空数据库。没有改动任何内容。',
      en: 'There are tables in the target database already; a backup is restored into an empty one only. Nothing was changed.',
    },
    next: {
      zh: '新建一个数据库并改写三个数据库地址；使用内置数据库时，用 SUIXING_DATA_DIR 指定一个新文件夹。',
      en: 'Create a new database and change the three addresses to it; with the embedded one, name a new folder in SUIXING_DATA_DIR.',
    },
  },
  'backup.other-restore': {
    kind: 'conflict',
    text: {
      zh: '这个数据库里有另一个备份（编号 {found}）恢复到一半。',
      en: 'The restore of another backup (number {found}) stands half done in this database.',
    },
    next: {
      zh: '用那个备份文件再运行一次 suixing restore，或者另建一个空数据库。',
      en: 'Run suixing restore again with that backup, or use a new, empty database.',
    },
  },
  'backup.identity-key-missing': {
    kind: 'bad-input',
    text: {
      zh: '备份里的证件号码是用编号 {keys} 的密钥加密的，现在没有配置。',
      en: 'The identity numbers in the backup are sealed with the key {keys}, which is not configured here.',
    },
    next: {
      zh: '把原来的证件号码密钥放到 {file}，或用 SUIXING_IDENTITY_KEY 给出，再恢复；没有它，号码无法解密。',
      en: 'Put the former identity key into {file}, or give it as SUIXING_IDENTITY_KEY, and restore again; without it no number can be read.',
    },
  },
  'backup.demo-and-real': {
    kind: 'conflict',
    text: {
      zh: '演示的备份只能恢复到演示，真实数据的备份不能恢复到演示。',
      en: 'A demo’s backup is restored into a demo only, and a real one never into a demo.',
    },
    next: {
      zh: '检查 SUIXING_MODE 和备份文件。',
      en: 'Check SUIXING_MODE and which backup it is.',
    },
  },
});

/** The words of backup, restore and secret keys in Chinese, by their English. */
export const backupInChinese: Readonly<Record<string, string>> = {
  'write the whole database into one encrypted file, while it is in use':
    '把整个数据库写入一个加密文件；期间照常办公',
  'read a backup that is there, without a database: is it whole and unaltered?':
    '检查已有的备份是否完整、未被改动；不需要数据库',
  'a new file; - for standard output': '新文件；- 表示标准输出',
  'fill an empty database from a backup, then prove it': '把备份恢复到空数据库，再逐项证明',
  'what `backup` wrote': 'backup 写出的文件',
  'write a fresh random key into a file that only you can read': '生成一把随机密钥，写入只有您能读取的文件',
  'a new file': '新文件',
  'seal everything anew with the current identity key, while everybody works':
    '用当前的证件号码密钥重新加密全部内容；期间照常办公',
  'only say whether anything lies under a former key': '只检查是否还有内容用旧密钥加密',
};

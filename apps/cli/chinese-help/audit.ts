/** The words of seals, proofs, keys and who looked in Chinese, by their English. */
export const auditInChinese: Readonly<Record<string, string>> = {
  'seal what was recorded since the last seal, and write it to the second place':
    '封存上次封存以来的全部记录，并写入第二存放处',
  'also where today has a seal already': '今天已封存过也再封存一次',
  'prove that a record was sealed, for somebody who checks it offline':
    '出具一条记录已被封存的证明，供他人离线核验',
  'source:id, such as record:psn_…/3 or case:psn_…/cas_…/2':
    '种类:编号，例如 record:psn_…/3 或 case:psn_…/cas_…/2',
  'check a signed document offline': '离线核验签发的文件',
  'a seal, a proof, a letter as PDF, or another document that an agency signed':
    '封存、证明、文书的 PDF，或经办机构签发的其他文件',
  'the published keys of the agency that signed; our own where not given':
    '签发机构公布的公钥文件；不给时用本机构的',
  'keys: those that sign, and those that encrypt': '密钥：签名用的和加密用的',
  'every change of a person’s records, and the seal that covers it': '一个人登记的全部变更及所在的封存',
  'who looked at whose record, through what and for what': '谁查阅过谁的记录，通过什么操作，为什么',
  'whose record; anybody’s where left out': '谁的记录；不写时为所有人的',
  'who looked: an officer, a login or a key': '谁查阅的：工作人员、登录账号或接口密钥',
  'make a key; the newest valid one signs': '生成一把密钥；签名用最新的有效密钥',
  'how long it signs; 730 where not given': '可签名的天数；不给时为 730',
  'keys with their validity': '列出密钥及有效期',
  'end a key; what it signed stays good': '停用一把密钥；它签过的仍然有效',
  'its id, as `keys list` prints it': '密钥编号，由 keys list 给出',
  'the public keys, for whoever checks documents': '公钥，供核验文件的人使用',
};

/** The words of the program itself: help, assess, serve, db, bench in Chinese, by their English. */
export const programInChinese: Readonly<Record<string, string>> = {
  'Suixing: medical-insurance accounts that leave lawfully, once, to the right person':
    '随行：医保个人账户的转出和支取，依法办理，只付一次，付给该领的人',
  'one JSON value on standard output and nothing else': '标准输出只有一个 JSON 值',
  'zh or en': 'zh（中文）或 en（英文）',
  'the version of this program': '本程序的版本',
  'how a command is used': '命令的用法',
  'decide one or many requests by the rules in force; always prints JSON':
    '按现行规则判断一件或多件请求；结果总是 JSON',
  'JSON, or one JSON object a line; - for standard input': 'JSON 文件，或每行一个 JSON 对象；- 表示标准输入',
  'serve the API until told to stop': '提供接口服务，直到要求停止',
  'measure this checkout on this machine': '在本机测量性能',
  'which benchmarks; all where left out': '测量哪几项；不写就全部测量',
  'which of a demo’s two agencies is meant, by its region: 440300 or 510100':
    '演示里要用两个机构中的哪一个（行政区划代码 440300 或 510100）',
  'why you look at a person’s record: a case number or a word of the list':
    '查阅目的：业务办理编号，或规定的词（见 docs/security.md）',
  'the database behind the agency': '机构的数据库',
  'apply the migrations that are missing': '执行尚未执行的迁移',
  'which migrations are applied, which are missing': '哪些迁移已执行，哪些还没有',
  'name what a distributed database would refuse': '指出分布式数据库会拒绝的地方',
};

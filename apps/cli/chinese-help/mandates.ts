/** The words of mandates in Chinese, by their English. */
export const mandatesInChinese: Readonly<Record<string, string>> = {
  'who may act for whom, in what and until when': '委托代办：谁可以代谁办什么、到何时',
  'the person or employer who gives it': '委托人（参保人或单位的编号）',
  'who is to act': '代办人姓名',
  'procedures by id, and record; with commas': '可代办的事项编号，record 为查看登记；用逗号分隔',
  'only this case': '只限这一件',
  'the last day; without one it has no end': '最后一天；不写则无期限',
  'record a mandate from a paper; prints the code for whoever is to act':
    '凭委托书登记委托；给出交代办人的委托码',
  'confirm a mandate that a clerk recorded': '复核经办登记的委托',
  'end a mandate at once': '立即终止委托',
  'as `mandate list` prints it': '委托编号，由 mandate list 列出',
  'mandates that somebody gave, and how each stands': '某人给出的委托和现状',
};

/** The words of simulations in Chinese, by their English. */
export const simulateInChinese: Readonly<Record<string, string>> = {
  'simulations, on made-up data that is thrown away': '模拟，用编造的数据，结束后清除',
  'how many agencies': '机构数',
  'how many people': '人数',
  'how many months are lived through': '模拟多少个月',
  'how many of a hundred people move in a year': '每年每百人中有多少人迁移',
  'the same number draws the same country': '同一个数画出同样的国家',
  'CSV: who moves from where to where; a made-up gravity model where left out':
    'CSV 文件：各地之间的迁移人数；不写则用编造的引力模型',
  'where the picture goes (country.svg)': '图（country.svg）存放的文件夹',
  'live through months of a country of agencies between which people move':
    '模拟多家机构并行运行几个月，人在各地之间转移',
};

/** The words of matters that are reported in Chinese, by their English. */
export const reportingInChinese: Readonly<Record<string, string>> = {
  'report what befell somebody: leaving, stopping, treatment elsewhere, retirement, death':
    '申报参保变动：减员、停保、异地就医备案、退休、去世',
  'what is reported, as the API takes it: {"kind":"retirement","retiredOn":"2026-05-20"}':
    '申报的内容，格式与接口相同，如 {"kind":"retirement","retiredOn":"2026-05-20"}',
  'the receipt of a reported matter, to be printed': '申报事项的受理回执，可以打印',
};

import type { Problem, Text } from '#basics';

/** What can be wrong with a request: a closed list. Unlikely combinations are answered, not refused. */

export function missing(path: string): Problem {
  return problem(path, { zh: '缺少这一项，必须填写。', en: 'This is missing, and it is required.' });
}

export function unknownKey(path: string): Problem {
  return problem(path, {
    zh: '没有这一项，请核对名称。',
    en: 'There is no such item; please check its name.',
  });
}

export function nullNotAllowed(path: string): Problem {
  return problem(path, {
    zh: '这一项不能是 null；不知道的话请不要写这一项。',
    en: 'Null is not allowed here; leave the item out where it is not known.',
  });
}

const kinds = {
  object: { zh: '一个对象 {…}', en: 'an object {…}' },
  text: { zh: '文字（加引号）', en: 'text in quotation marks' },
  truth: { zh: ' true 或 false', en: 'true or false' },
} as const;

export function wrongType(path: string, wanted: keyof typeof kinds): Problem {
  const kind = kinds[wanted];
  return problem(path, { zh: `这里应该是${kind.zh}。`, en: `This has to be ${kind.en}.` });
}

export function notADay(path: string): Problem {
  return problem(path, {
    zh: '这不是日历上的一天；请按 YYYY-MM-DD 写，例如 2022-06-30。',
    en: 'This is not a day of the calendar; write it as YYYY-MM-DD, for example 2022-06-30.',
  });
}

export function diedTooEarly(path: string): Problem {
  return problem(path, {
    zh: '去世日期早于退休日期或离境日期，请核对。',
    en: 'The day of death is before the day of retirement or of leaving the country; please check.',
  });
}

export function noRuleSet(path: string): Problem {
  return problem(path, {
    zh: '这个地区没有可用的规则；请写本经办机构所在地区的六位代码，例如 440300。',
    en: 'There are no rules for this region; write the six digits of the region of this agency, such as 440300.',
  });
}

export function notARegion(path: string): Problem {
  return problem(path, {
    zh: '地区代码是六位数字，前两位在 11 到 82 之间，例如 510100。',
    en: 'A region is six digits, the first two of them from 11 to 82, for example 510100.',
  });
}

export function notACountry(path: string): Problem {
  return problem(path, {
    zh: '国家或地区用 ISO 3166 三位字母代码，例如 CHN、CAN、HKG。',
    en: 'A country or territory is a three-letter ISO 3166 code, for example CHN, CAN or HKG.',
  });
}

export function notListed(path: string, allowed: readonly string[]): Problem {
  return problem(path, {
    zh: `只能是下面之一：${allowed.join('、')}。`,
    en: `This has to be one of: ${allowed.join(', ')}.`,
  });
}

export function notABalance(path: string): Problem {
  return problem(path, {
    zh: '余额用“分”为单位的整数文字，不带小数点和前导零，最多 18 位，例如 "831240" 表示 8312.40 元。',
    en: 'A balance is whole fen as text, without a point or leading zeros, at most 18 digits: "831240" is 8,312.40 yuan.',
  });
}

export function balanceWithoutAccount(path: string): Problem {
  return problem(path, {
    zh: '没有写明账户存在（account.exists 为 true），就不能写余额。',
    en: 'A balance may be given only where account.exists is true.',
  });
}

export function notMonths(path: string): Problem {
  return problem(path, {
    zh: '月数是大于或等于 0 的整数。',
    en: 'A number of months is a whole number, 0 or more.',
  });
}

function problem(path: string, detail: Text): Problem {
  return { path, detail };
}

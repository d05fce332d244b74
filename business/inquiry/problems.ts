import type { Problem } from '#basics';

/** An RFC 9457 problem document: everything that is wrong with a request, with the path of each. */
export interface ProblemDocument {
  readonly type: string;
  readonly title: string;
  readonly status: number;
  readonly problems: readonly Problem[];
}

/** A request that cannot be assessed. Its problems stand in the order of the contract's keys. */
export function badRequest(problems: readonly Problem[]): ProblemDocument {
  return {
    type: 'urn:suixing:refusal:inquiry.bad-request',
    title: '请求有误 / The request is not right',
    status: 400,
    problems,
  };
}

/** A text that is not JSON; an empty one is the same. */
export function notJson(text: string): ProblemDocument {
  const empty = text.trim() === '';
  return badRequest([
    {
      path: '',
      detail: empty
        ? { zh: '内容是空的；请提交一个 JSON 对象。', en: 'There is nothing here; send one JSON object.' }
        : { zh: '这段文字不是 JSON。', en: 'This text is not JSON.' },
    },
  ]);
}

/** An input that could not be opened or read, by the name under which it was asked for. */
export function unreadableInput(name: string): ProblemDocument {
  return badRequest([
    {
      path: '',
      detail: {
        zh: `读不到文件 ${name}；请核对路径，或者用 - 从标准输入读取。`,
        en: `The file ${name} cannot be read; check its path, or use - for standard input.`,
      },
    },
  ]);
}

/** More lines than are taken at once; none of them was assessed. */
export function tooManyLines(limit: number): ProblemDocument {
  return {
    type: 'urn:suixing:refusal:inquiry.too-many-lines',
    title: '行数太多 / Too many lines',
    status: 413,
    problems: [
      {
        path: '',
        detail: {
          zh: `一次最多 ${limit} 行，一行也没有判断；请分几次提交。`,
          en: `At most ${limit} lines at once, and none was assessed; send them in several parts.`,
        },
      },
    ],
  };
}

/** Tells a problem document from an assessment. */
export function isProblem<T extends object>(answer: T | ProblemDocument): answer is ProblemDocument {
  return 'problems' in answer;
}

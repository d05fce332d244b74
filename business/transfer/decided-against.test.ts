import { expect, it } from 'vitest';
import { citation, provisions } from '#law';
import { inEither } from './decided-against.ts';

it('a citation that came in both languages is shown in the one that is asked for, and any other as it came', () => {
  for (const { id } of provisions) {
    const cited = citation(id);
    expect(inEither(`${cited.zh} · ${cited.en}`), id).toEqual(cited);
  }
  for (const line of ['本地规定', '第二条 · 第三款', 'article 2'])
    expect(Object.values(inEither(line))).toEqual([line, line]);
});

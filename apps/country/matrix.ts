import type { Chance } from '#apps/demo';
import { ok, type Problem, type Refusal, type Result, refuse, type Text } from '#basics';

/** Where people live, and in what proportion they move from where to where. */
export interface MovingMatrix {
  readonly regions: readonly MatrixRegion[];
  /** `flows[from][to]`, in any unit; nobody moves to where they are. */
  readonly flows: readonly (readonly number[])[];
}

export interface MatrixRegion {
  readonly name: string;
  /** In any unit: how many of a hundred live there is what counts. */
  readonly people: number;
}

/**
 * A gravity model, and made up: few large regions and many small ones at places drawn by chance; from one to another move the
 * more, the larger both are and the nearer they lie, and the larger one draws more than it sends.
 */
export function gravityMatrix(count: number, chance: Chance): MovingMatrix {
  const places = Array.from({ length: count }, (_, rank) => ({
    people: 1 / (rank + 1) ** 0.7,
    x: chance.next(),
    y: chance.next(),
  }));
  const flows = places.map((from, row) =>
    places.map((to, column) => {
      if (row === column) return 0;
      const apart = Math.hypot(from.x - to.x, from.y - to.y) + 0.1;
      return (from.people * to.people ** 1.2) / apart;
    }),
  );
  return { regions: places.map(({ people }, place) => ({ name: nameOf(place), people })), flows };
}

/** `A1` to `E6` and on: no place bears such a name. */
function nameOf(place: number): string {
  return `${String.fromCharCode(65 + (Math.floor(place / 6) % 26))}${(place % 6) + 1}`;
}

/**
 * Reads a matrix as CSV: a head `region,people,` and the regions’ names, then a line for each region in the same order, with how many
 * live there and how many move to each. Refuses `country.bad-matrix` with everything that is wrong.
 */
export function readMatrix(csv: string): Result<MovingMatrix, Refusal> {
  const [head = [], ...lines] = csv
    .replace(/^\uFEFF/, '')
    .split(/\r?\n/)
    .filter((line) => line.trim() !== '')
    .map((line) => line.split(',').map((cell) => cell.trim()));
  const names = head.slice(2);
  const problems = [
    ...headProblems(head, names),
    ...lines.flatMap((cells, row) => lineProblems(cells, { row, names })),
  ];
  if (lines.length !== names.length)
    problems.push(
      problem('', {
        zh: `有 ${names.length} 个地区名，却有 ${lines.length} 行`,
        en: `names ${names.length} regions and has ${lines.length} lines`,
      }),
    );
  if (problems.length > 0) return refuse({ code: 'country.bad-matrix', problems });
  const flows = lines.map((cells, row) =>
    cells.slice(2).map((cell, column) => (row === column ? 0 : Number(cell))),
  );
  if (flows.every((row) => row.every((flow) => flow === 0)))
    return refuse({ code: 'country.bad-matrix', problems: [problem('', nobodyMoves)] });
  return ok({ regions: lines.map(([name = '', people]) => ({ name, people: Number(people) })), flows });
}

const nobodyMoves: Text = { zh: '没有人迁移', en: 'says that nobody moves' };

function headProblems(head: readonly string[], names: readonly string[]): Problem[] {
  const problems: Problem[] = [];
  if (head[0] !== 'region' || head[1] !== 'people' || names.length < 2)
    problems.push(
      problem('1', {
        zh: '第一行先写 region 和 people，再写至少两个地区名，用英文逗号隔开',
        en: 'begins with a head region,people, and at least two regions’ names',
      }),
    );
  if (new Set(names).size !== names.length)
    problems.push(problem('1', { zh: '地区名重复', en: 'names a region twice' }));
  return problems;
}

function lineProblems(
  cells: readonly string[],
  { row, names }: { readonly row: number; readonly names: readonly string[] },
): Problem[] {
  const path = `${row + 2}`;
  const [name = '', ...figures] = cells;
  const problems: Problem[] = [];
  if (name !== names[row])
    problems.push(
      problem(path, {
        zh: `应是 ${names[row] ?? '（多余的一行）'} 的一行`,
        en: `should be the line of ${names[row] ?? 'nobody'}`,
      }),
    );
  if (figures.length !== names.length + 1)
    problems.push(
      problem(path, { zh: `应有 ${names.length + 1} 个数`, en: `should have ${names.length + 1} figures` }),
    );
  if (!figures.every((figure) => /^\d{1,12}(\.\d{1,6})?$/.test(figure)))
    problems.push(
      problem(path, { zh: '有的不是不小于零的数', en: 'has a figure that is no number from nought on' }),
    );
  else if (Number(figures[0]) <= 0)
    problems.push(problem(path, { zh: '人数要大于零', en: 'says that nobody lives there' }));
  return problems;
}

function problem(path: string, detail: Text): Problem {
  return { path, detail };
}

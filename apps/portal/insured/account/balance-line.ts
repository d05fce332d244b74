import { type TimeMark, timeMarks } from './time-marks.ts';

/** A balance at the end of a day. */
export interface Point {
  readonly on: string;
  readonly balance: number;
  readonly interest: number;
}

/** Where the picture lies within its frame. */
export interface Frame {
  readonly width: number;
  readonly height: number;
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
  /** How many moments can be named below it. */
  readonly moments: number;
}

/** Paths of the picture of a balance over time: a line of steps, what is interest above what is principal. */
export interface Picture {
  readonly line: string;
  readonly principal: string;
  readonly interest: string;
  readonly yuanLines: readonly { readonly yuan: number; readonly y: number }[];
  readonly moments: readonly (TimeMark & { readonly x: number })[];
  readonly end: { readonly x: number; readonly y: number };
  at(point: Point): { readonly x: number; readonly y: number };
}

/** Draws it from nothing at the bottom to the next round amount at the top, up to `until`. */
export function pictureOf(points: readonly Point[], until: string, frame: Frame): Picture {
  const { width, height, left, right, top, bottom } = frame;
  const first = dayOf(points[0]?.on ?? until);
  const days = Math.max(dayOf(until) - first, 1);
  const step = roundStep(Math.max(...points.map(({ balance }) => balance), 1) / 4);
  const highest = step * Math.max(1, Math.ceil(Math.max(...points.map(({ balance }) => balance), 1) / step));
  const x = (on: string) => round(left + ((dayOf(on) - first) / days) * (width - left - right));
  const y = (yuan: number) =>
    round(height - bottom - (Math.max(yuan, 0) / highest) * (height - top - bottom));
  const steps = (of: (point: Point) => number): string[] =>
    points.flatMap((point, at) => {
      const before = points[at - 1];
      const here = `${x(point.on)} ${y(of(point))}`;
      return before ? [`${x(point.on)} ${y(of(before))}`, here] : [here];
    });
  const last = points.at(-1);
  const upper = last ? [...steps(({ balance }) => balance), `${x(until)} ${y(last.balance)}`] : [];
  const lower = last
    ? [
        ...steps(({ balance, interest }) => balance - interest),
        `${x(until)} ${y(last.balance - last.interest)}`,
      ]
    : [];
  return {
    line: path(upper),
    principal: last
      ? `${path([`${x(points[0]?.on ?? until)} ${y(0)}`, ...lower, `${x(until)} ${y(0)}`])}Z`
      : '',
    interest: last ? `${path([...lower, ...upper.toReversed()])}Z` : '',
    yuanLines: Array.from({ length: highest / step + 1 }, (_, at) => ({ yuan: at * step, y: y(at * step) })),
    moments: timeMarks(points[0]?.on ?? until, until, frame.moments).map((mark) => ({
      ...mark,
      x: x(mark.on),
    })),
    end: { x: x(until), y: y(last?.balance ?? 0) },
    at: (point) => ({ x: x(point.on), y: y(point.balance) }),
  };
}

/** The day after the first on which the balance changed most, and what it was before that day; null where there is none worth a note. */
export function largestChange(
  points: readonly Point[],
): { readonly point: Point; readonly before: number } | null {
  const changes = points.slice(1).map((point, at) => ({
    point,
    before: points[at]?.balance ?? 0,
  }));
  const sizeOf = ({ point, before }: (typeof changes)[number]) => Math.abs(point.balance - before);
  const largest = changes.toSorted((a, b) => sizeOf(b) - sizeOf(a))[0];
  const highest = Math.max(...points.map(({ balance }) => balance), 0);
  return largest && sizeOf(largest) > highest / 8 ? largest : null;
}

function path(corners: readonly string[]): string {
  return corners.length === 0 ? '' : `M${corners.join('L')}`;
}

/** 1, 2 or 5 with noughts, not less than what is asked for. */
function roundStep(least: number): number {
  const power = 10 ** Math.floor(Math.log10(Math.max(least, 1)));
  return [1, 2, 5, 10].map((each) => each * power).find((each) => each >= least) ?? power * 10;
}

function dayOf(on: string): number {
  return Date.parse(`${on}T00:00:00Z`) / 86_400_000;
}

function round(amount: number): number {
  return Math.round(amount * 10) / 10;
}

import type { Process } from './process.ts';

/** A small procedure for this folder's own tests: somebody asks for a garden plot, an officer answers. */
export const sampleProcess: Process = {
  id: 'garden-plot',
  version: '1',
  name: { zh: '申请菜地', en: 'Asking for a garden plot' },
  initial: 'asked',
  states: {
    asked: { name: { zh: '已提出', en: 'asked' }, heldBy: 'applicant', clock: 'not-started' },
    weighed: { name: { zh: '正在考虑', en: 'being weighed' }, heldBy: 'agency', clock: 'running' },
    waiting: { name: { zh: '等待补充', en: 'waiting for more' }, heldBy: 'applicant', clock: 'paused' },
    granted: { name: { zh: '已同意', en: 'granted' }, heldBy: 'nobody', clock: 'over', final: true },
  },
  needs: { map: { zh: '需要地图', en: 'the map is missing' } },
  actions: {
    accept: {
      name: { zh: '受理', en: 'Accept' },
      from: ['asked'],
      to: 'weighed',
      who: ['clerk', 'system'],
    },
    note: {
      name: { zh: '记录', en: 'Note' },
      from: ['asked', 'weighed'],
      to: 'same',
      who: ['clerk', 'insured'],
    },
    ask: {
      name: { zh: '要求补充', en: 'Ask for more' },
      from: ['weighed'],
      to: 'waiting',
      who: ['clerk'],
      once: true,
    },
    resume: {
      name: { zh: '继续', en: 'Resume' },
      from: ['waiting'],
      to: 'weighed',
      who: ['system'],
      automatic: true,
    },
    grant: {
      name: { zh: '同意', en: 'Grant' },
      from: ['weighed'],
      to: 'granted',
      who: ['reviewer'],
      needs: ['map'],
    },
  },
};

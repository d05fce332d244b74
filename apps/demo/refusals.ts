import { defineRefusals } from '#basics';

/** Why a demo could not be started. */
export const demoRefusals = defineRefusals({
  'demo.bad-size': {
    kind: 'bad-input',
    text: { zh: '启动参数不对。', en: 'The arguments of the start are not right.' },
    next: {
      zh: '例如：npm start -- --people 500 --employers 10。不填就是 2000 人、40 家单位。',
      en: 'For example: npm start -- --people 500 --employers 10. Without them there are 2,000 people and 40 employers.',
    },
  },
  'demo.being-drawn': {
    kind: 'conflict',
    text: {
      zh: '另一个 npm start（进程 {pid}）正在准备这座城市。',
      en: 'Another npm start (process {pid}) is drawing the city at this moment.',
    },
    next: {
      zh: '等它准备好，直接用它；要另开一份，请用 SUIXING_DATA_DIR 换一个文件夹。',
      en: 'Wait for it and use that one; for a second demo choose another folder with SUIXING_DATA_DIR.',
    },
  },
});

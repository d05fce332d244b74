import { defineRefusals } from '#basics';

/** Why a demo could not be started, or its clock not be moved. */
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
  'demo.no-finance': {
    kind: 'conflict',
    text: {
      zh: '演示的财务人员 {loginName} 登录不了（{why}），没有人能递交银行的文件，时钟没有拨动。',
      en: 'The demo’s officer {loginName} cannot sign in ({why}), so nobody can hand in the bank’s files; the clock was not moved.',
    },
    next: {
      zh: '请管理员 admin1 恢复 {loginName}，把密码改回 npm start 显示的密码；被锁定的，过一会儿再试。',
      en: 'Have admin1 restore {loginName} with the password that `npm start` prints; where it is locked, try again later.',
    },
  },
});

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
  'demo.port-taken': {
    kind: 'unavailable',
    text: {
      zh: '地区 {region} 的经办机构要用的端口 {port} 已被另一个程序占用。',
      en: 'Port {port}, which the agency of {region} would take, is in use by another program.',
    },
    next: {
      zh: '请停止那个程序（例如另一个 npm start，或 suixing partner --listen），或用 {setting} 换一组端口：第二个机构总比第一个大 100；0 表示任选空闲端口。',
      en: 'Stop that program (another npm start, perhaps, or suixing partner --listen), or choose other ports with {setting}: the second agency is always 100 above the first; 0 takes free ones.',
    },
  },
  'demo.no-gateway': {
    kind: 'unavailable',
    text: { zh: '演示的网关没有启动。', en: 'The demo’s gateway was not started.' },
    next: { zh: '重新运行 npm start。', en: 'Run npm start again.' },
  },
  'demo.no-administrators': {
    kind: 'conflict',
    text: {
      zh: '演示的管理员 admin1、admin2 登录不了（{why}），两个机构没有登记对方的新地址和密钥。',
      en: 'The demo’s administrators admin1 and admin2 cannot sign in ({why}), so neither agency entered the other’s new address and keys.',
    },
    next: {
      zh: '请把他们的密码改回 npm start 显示的密码后重新启动；不做转移的话，可以不理。',
      en: 'Give them back the password that `npm start` prints and start again; without transfers it does not matter.',
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

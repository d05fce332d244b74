import { defineRefusals } from '#basics';

/** Why an agency is not opened, besides what its settings and its database say. */
export const agencyRefusals = defineRefusals({
  'agency.demo-data': {
    kind: 'unprocessable',
    text: {
      zh: '文件夹 {folder} 里是演示数据，登录密码是公开的，只能用演示方式打开。',
      en: 'The folder {folder} holds a demo, whose password everybody knows; it opens as a demo only.',
    },
    next: {
      zh: '用 SUIXING_MODE=demo 打开，或用 SUIXING_DATA_DIR 指定另一个文件夹。',
      en: 'Open it with SUIXING_MODE=demo, or name another folder in SUIXING_DATA_DIR.',
    },
  },
  'agency.no-region-pack': {
    kind: 'unprocessable',
    text: {
      zh: '没有地区 {region} 的规则包；现有：{served}。',
      en: 'There is no region pack for {region}; there are: {served}.',
    },
    next: {
      zh: '在 SUIXING_REGION 中（演示里用 --agency）写有规则包的地区，或者先增加该地区的规则包（law/regions）。',
      en: 'Name one of these regions in SUIXING_REGION (in a demo with --agency), or add a pack for yours (law/regions).',
    },
  },
});

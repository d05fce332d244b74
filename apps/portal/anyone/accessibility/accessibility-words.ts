import type { Text } from '#basics';

/** What the tests of this project do with every page each time they run, and what was looked at by hand. */
export const tested: readonly Text[] = [
  {
    zh: '每一页、中英文、手机和电脑两种宽度、普通和大字：用 axe 的规则自动检查，一条问题都不允许有；也不许出现横向滚动。',
    en: 'Every page in both languages, at the width of a phone and of a desk, in usual and in big type: checked against the rules of axe, with no finding allowed and no scrolling sideways.',
  },
  {
    zh: '“我能转移或领取吗”从第一题到结果再返回，全程只用键盘走过。',
    en: '“Can I transfer or withdraw?” is tested from the first question to the answer and back with the keyboard alone.',
  },
  {
    zh: '换一页或者出错时，焦点移到新的标题或者出错说明；出错说明在最上面和填写处用同样的话。',
    en: 'After a change of page or an error the focus is on the new heading or on the errors, which are said in the same words at the top and at the field.',
  },
  {
    zh: '文字与底色的对比不低于 4.5:1；状态不只靠颜色，都有形状和文字；每张图旁边都有同样内容的表或文字。',
    en: 'Text has a contrast of 4.5 to 1 or more. Nothing is told by colour alone, and every picture has a table or words beside it that say the same.',
  },
  {
    zh: '没有声音、闪动、倒计时；不限时间填完。设备要求减少动画的，就不动。',
    en: 'Nothing sounds, flashes or counts down, and there is no time limit to fill anything in. Where a device asks for less motion, nothing moves.',
  },
];

/** What was not tested or is not there. */
export const gaps: readonly Text[] = [
  {
    zh: '还没有请读屏软件（NVDA、旁白、TalkBack）的使用者实际试用。',
    en: 'Nobody who uses a screen reader (NVDA, VoiceOver, TalkBack) has tried the pages yet.',
  },
  {
    zh: '只在 Chromium 浏览器里自动检查过，没有在苹果手机和微信内置浏览器里检查。',
    en: 'They were tested in Chromium only, not on an iPhone nor in the browser inside WeChat.',
  },
  {
    zh: '没有手语视频、语音播报和盲文版；没有少数民族语言版。',
    en: 'There is no sign language, no spoken version and no Braille, and no language besides Chinese and English.',
  },
  {
    zh: '信函的 PDF 没有用读屏软件检查过；同一封信都有网页版，可以请窗口用网页版读给您听。',
    en: 'Letters as PDF were not tested with a screen reader; each letter exists as a page too, which a window can read to you.',
  },
  {
    zh: '“我能转移或领取吗”“查办理进度”“转移要多久”“核对文书”要开着 JavaScript 才能用；不开的请看规则、打电话或到窗口。',
    en: 'The checker, “Where is my application?”, “How long transfers take” and “Is this letter genuine?” need JavaScript. Without it read the rules, telephone, or ask at a window.',
  },
];

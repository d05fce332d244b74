import type { Argument, Command, Option } from 'commander';
import type { Text } from '#basics';
import { chineseHelp } from './chinese-help/all.ts';

type Language = keyof Text;

/** Makes the help of a program, and what it says of a wrong command line, speak one language. Before commands are mounted. */
export function speak(program: Command, language: Language): void {
  const see = seeHelp[language];
  program.helpOption('-h, --help', 'how a command is used');
  program.helpCommand('help [command]', 'how a command is used');
  program.showHelpAfterError(see);
  if (language === 'en') return;
  program.configureHelp({
    styleTitle: (title) => titles[title] ?? title,
    styleUsage: placesInChinese,
    styleSubcommandTerm: placesInChinese,
    // A Chinese character is two columns wide in a terminal.
    displayWidth: (text) => text.length + (text.match(/[\p{Script=Han}（）：；，、]/gu)?.length ?? 0),
    commandDescription: (command) => inChinese(command.description()),
    subcommandDescription: (command) => inChinese(command.summary() || command.description()),
    optionDescription: ({ description, argChoices }: Option) =>
      inChinese(description) + (argChoices ? `（可用：${argChoices.join('、')}）` : ''),
    argumentDescription: (argument: Argument) => inChinese(argument.description),
  });
  program.configureOutput({ outputError: (message, write) => write(complaintInChinese(message)) });
}

/** Codes and examples are the same in both languages, so what is not in the list stands as it is. */
function inChinese(english: string): string {
  return chineseHelp[english] ?? english;
}

/** What stands in place of the options and the command in a line of usage. */
function placesInChinese(usage: string): string {
  return usage.replace('[options]', '[选项]').replace('[command]', '[命令]');
}

const seeHelp: Text = {
  zh: '运行 npx suixing help 查看全部命令；在命令后加 --help 查看它的用法。',
  en: '`npx suixing help` lists all commands; --help after a command says how it is used.',
};

const titles: Readonly<Record<string, string>> = {
  'Usage:': '用法：',
  'Arguments:': '参数：',
  'Options:': '选项：',
  'Commands:': '命令：',
};

/** What the command-line library complains of, and how that is said in Chinese. */
const complaints: readonly (readonly [RegExp, string])[] = [
  [/^error: unknown command '(.*)'/, '没有“$1”这个命令。'],
  [/^error: unknown option '(.*)'/, '没有“$1”这个选项。'],
  [/^error: missing required argument '(.*)'/, '缺少参数“$1”。'],
  [/^error: option '(.*)' argument missing/, '选项“$1”后面缺少值。'],
  [/^error: required option '(.*)' not specified/, '缺少必需的选项“$1”。'],
  [
    /^error: option '(.*)' argument '(.*)' is invalid. Allowed choices are (.*)\./,
    '选项“$1”的值“$2”不对，可以用：$3。',
  ],
  [/^error: too many arguments.*/, '参数太多。'],
  [/\(Did you mean (?:one of )?(.*)\?\)/, '（是不是想写 $1？）'],
];

function complaintInChinese(message: string): string {
  return complaints.reduce((said, [english, chinese]) => said.replace(english, chinese), message);
}

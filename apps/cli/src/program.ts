import { type Locale, say, type Text } from '@lading/kit/text';
import { Command, InvalidArgumentError, Option } from 'commander';
import { addBackup, addRestore } from './backup-commands.ts';
import { dataTexts } from './commands/data-texts.ts';
import type { HubCommandOptions } from './commands/hub.ts';
import type { InitOptions } from './commands/init.ts';
import type { SandboxCommandOptions } from './commands/sandbox.ts';
import type { UpCommandOptions } from './commands/up.ts';
import { addData } from './data-commands.ts';
import { version } from './places.ts';
import { addReplay } from './replay-command.ts';
import { help } from './texts.ts';

/** The tree of commands; each loads what it needs only when it runs. */
export function createProgram(locale: Locale): Command {
  const inWords = (text: Text) => say(text, locale);
  const program = describe(new Command('lading'), locale)
    .description(inWords(help.program))
    .version(version, '--version', inWords(help.version))
    .helpCommand(false);
  addUp(program.command('up'), locale, inWords);
  addInit(program.command('init'), locale, inWords);
  addHub(program.command('hub'), locale, inWords);
  addSandbox(program.command('sandbox'), locale, inWords);
  addData(program.command('data'), locale);
  addReplay(program.command('replay'), locale);
  addBackup(program.command('backup'), locale);
  addRestore(program.command('restore'), locale);
  for (const command of program.commands) describe(command, locale);
  return program;
}

type InWords = (text: Text) => string;

function addUp(command: Command, locale: Locale, inWords: InWords): void {
  command
    .description(inWords(help.up))
    .addOption(port('--hub-port <port>', inWords(help.hubPort)).default(3000))
    .addOption(port('--sandbox-port <port>', inWords(help.sandboxPort)).default(3100))
    .option('--data <folder>', inWords(help.data), '.lading')
    .action(async (options: UpCommandOptions) => {
      const { runUp } = await import('./commands/up.ts');
      await runUp(options, locale);
    });
}

function addHub(command: Command, locale: Locale, inWords: InWords): void {
  command
    .description(inWords(help.hub))
    .addOption(port('--port <port>', inWords(help.port)))
    .option('--host <address>', inWords(help.host))
    .option('--data <folder>', inWords(help.data))
    .action(async (options: HubCommandOptions) => {
      const { runHub } = await import('./commands/hub.ts');
      await runHub(options, locale);
    });
}

/** What an option leaves out comes from `LADING_SANDBOX_…`, see the sandbox's own settings. */
function addInit(command: Command, locale: Locale, inWords: InWords): void {
  command
    .description(inWords(help.init))
    .requiredOption('--company <name>', inWords(help.company))
    .requiredOption('--administrator <email>', inWords(help.administrator))
    .option('--data <folder>', inWords(help.data), 'lading-hub')
    .option('--zone <name>', inWords(help.zone), Intl.DateTimeFormat().resolvedOptions().timeZone)
    .addOption(port('--port <port>', inWords(help.port)).default(3000))
    .option('--public-url <address>', inWords(help.publicUrl))
    .option('--database <url>', inWords(help.database))
    .option('--smtp <url>', inWords(help.smtp))
    .option('--mail-from <address>', inWords(help.mailFrom))
    .addOption(
      new Option('--carrier <side>', inWords(help.carrier))
        .choices(['sandbox', 'test', 'production'])
        .default('production'),
    )
    .option('--carrier-url <address>', inWords(help.carrierUrl))
    .option('--client-id <id>', inWords(help.clientId))
    .option('--client-secret <secret>', inWords(help.clientSecret))
    .action(async (options: InitOptions) => {
      const { runInit } = await import('./commands/init.ts');
      await runInit(options, locale);
    });
}

function addSandbox(command: Command, locale: Locale, inWords: InWords): void {
  const option = (flags: string, text: Text) => new Option(flags, inWords(text));
  command
    .description(inWords(help.sandbox))
    .addOption(port('--port <port>', inWords(help.sandboxOwnPort)))
    .addOption(option('--host <address>', help.host))
    .addOption(option('--data <folder>', help.sandboxData).conflicts('memory'))
    .addOption(option('--memory', help.memory))
    .addOption(option('--reference <folder>', dataTexts.reference))
    .addOption(option('--seed <word>', help.seed))
    .addOption(option('--clock <instant>', help.clock))
    .addOption(option('--freeze', help.freeze))
    .addOption(option('--strict', help.strict))
    .addOption(option('--tls', help.tls))
    .addOption(option('--as <environment>', help.as).choices(['cie']))
    .addOption(option('--profile <name>', help.profile).choices(['observed', 'published']))
    .addOption(option('--rules <era>', help.rules).choices(['guide', 'today']))
    .addOption(option('--products <list>', help.products))
    .addOption(option('--hub-url <address>', help.hubUrl).argParser(webAddress))
    .addOption(option('--public-url <address>', help.publicUrl).argParser(webAddress))
    .action(async (options: SandboxCommandOptions) => {
      const { runSandbox } = await import('./commands/sandbox.ts');
      await runSandbox(options, locale);
    });
}

/** What every command shares: language, faults thrown instead of printed, help in the person's language. */
function describe(command: Command, locale: Locale): Command {
  for (const inner of command.commands) describe(inner, locale);
  const titles: Readonly<Record<string, Text>> = {
    'Usage:': help.usage,
    'Options:': help.options,
    'Commands:': help.commands,
  };
  return command
    .option('--language <tag>', say(help.language, locale))
    .option('--debug', say(help.debug, locale))
    .helpOption('-h, --help', say(help.helpOption, locale))
    .allowExcessArguments(false)
    .exitOverride()
    .configureOutput({ outputError: () => undefined })
    .configureHelp({
      styleTitle: (title) => say(titles[title] ?? { en: title, fr: title }, locale),
      styleOptionDescription: (line) => line.replace('(default:', `(${say(help.defaultValue, locale)}:`),
    });
}

function webAddress(text: string): string {
  if (/^https?:\/\//.test(text) && URL.canParse(text)) return text;
  throw new InvalidArgumentError('http://… https://…');
}

function port(flags: string, description: string): Option {
  return new Option(flags, description).argParser((text) => {
    const value = Number(text);
    if (Number.isInteger(value) && value >= 0 && value <= 65_535) return value;
    throw new InvalidArgumentError('0…65535');
  });
}

// The command line, as pwsh's: parameters of one dash, any letter case, names that may be shortened; everything after -Command
// or -File belongs to the command or the script. yargs-parser does the typing; this file tells it where the shell's own
// parameters end and what a shortened name means.

import parse from 'yargs-parser';

export interface CommandLine {
  noLogo: boolean;
  noExit: boolean;
  nonInteractive: boolean;
  interactive: boolean;
  version: boolean;
  help: boolean;
  state?: string;
  organization?: string;
  server?: string;
  culture?: string;
  workingDirectory?: string;
  mounts: { drive: string; folder: string }[];
  /** Text to run; '-' means that it comes by standard input. */
  command?: string;
  file?: string;
  /** Arguments of the script. */
  fileArguments: string[];
}

/** A command line that cannot be used. The shell then ends with 64 (EX_USAGE), as pwsh does. */
export class CommandLineError {
  constructor(
    readonly message: string,
    readonly showUsage: boolean,
  ) {}
}

const switches = ['NoLogo', 'NoExit', 'NonInteractive', 'Interactive', 'Version', 'Help', 'NoProfile', 'Login'];
const texts = ['State', 'Organization', 'Server', 'WorkingDirectory', 'Culture', 'EncodedCommand', 'ExecutionPolicy'];
const lists = ['Mount'];
const last = ['Command', 'File'];
const names = [...switches, ...texts, ...lists, ...last];

/** Short names that are none of the prefix rule's, or that it would call ambiguous; pwsh has the same ones. */
const shortNames: Record<string, string> = {
  c: 'Command',
  e: 'EncodedCommand',
  ec: 'EncodedCommand',
  ep: 'ExecutionPolicy',
  i: 'Interactive',
  wd: 'WorkingDirectory',
  '?': 'Help',
};

export const notAScript = (argument: string) =>
  `The argument '${argument}' is not recognized as the name of a script file. Check the spelling of the name, or if a path was included, verify that the path is correct and try again.`;

function resolveName(argument: string): string {
  const typed = argument.replace(/^(--?|\/)/, '').toLowerCase();
  const short = shortNames[typed];
  if (short) return short;
  const exact = names.find((name) => name.toLowerCase() === typed);
  if (exact) return exact;
  const candidates = typed === '' ? [] : names.filter((name) => name.toLowerCase().startsWith(typed));
  if (candidates.length === 1) return candidates[0]!;
  if (candidates.length === 0) throw new CommandLineError(notAScript(argument), true);
  const list = candidates.map((name) => `  -${name.toLowerCase()}`).sort();
  throw new CommandLineError(`Invalid argument '${argument}', did you mean:\n\n${list.join('\n')}`, false);
}

function missingArgument(name: string): CommandLineError {
  if (name === 'WorkingDirectory') {
    return new CommandLineError(
      'Cannot process the command because -WorkingDirectory requires an argument that is a directory path.',
      false,
    );
  }
  return new CommandLineError(`Cannot process the command because -${name} requires an argument.`, true);
}

function commandText(rest: string[]): string {
  if (rest.length === 0) {
    throw new CommandLineError(
      'Cannot process the command because of a missing parameter. A command must follow -Command.',
      true,
    );
  }
  if (rest[0] === '-' && rest.length > 1) {
    throw new CommandLineError(
      "'-' was specified with the -Command parameter; no other arguments to -Command are permitted.",
      true,
    );
  }
  return rest.join(' ');
}

/** Splits the command line into the shell's own part, in full names, and what belongs to the command or the script. */
function split(argv: string[]): { own: string[]; command?: string; file?: string; rest: string[] } {
  const own: string[] = [];
  for (let i = 0; i < argv.length; i++) {
    const argument = argv[i]!;
    const rest = argv.slice(i + 1);
    // As in pwsh: a bare word is a script, a bare dash stands for standard input.
    if (argument === '-') return { own, command: '-', rest: [] };
    if (!/^-|^\/\w+(:|$)/.test(argument)) return { own, file: argument, rest };
    const colon = argument.indexOf(':');
    const name = resolveName(colon > 0 ? argument.slice(0, colon) : argument);
    if (name === 'Command') return { own, command: commandText(rest), rest: [] };
    if (name === 'File') {
      if (rest.length === 0) {
        throw new CommandLineError(
          'The command cannot be run because the File parameter requires a file path. Supply a path for the File parameter and then try the command again.',
          true,
        );
      }
      return rest[0] === '-' ? { own, command: '-', rest: [] } : { own, file: rest[0], rest: rest.slice(1) };
    }
    if (switches.includes(name)) {
      own.push(`--${name}`);
      continue;
    }
    const value = colon > 0 ? argument.slice(colon + 1) : argv[++i];
    if (value === undefined || value === '') throw missingArgument(name);
    own.push(`--${name}=${value}`);
  }
  return { own, rest: [] };
}

function parseMount(text: string): { drive: string; folder: string } {
  const match = /^([A-Za-z]\w*):?=(.+)$/.exec(text);
  if (!match) throw new CommandLineError(`Cannot process '-Mount ${text}'; it is written <Drive>=<folder>.`, true);
  const drive = match[1]!.length === 1 ? match[1]!.toUpperCase() : match[1]!;
  if (drive === 'C') throw new CommandLineError("Cannot mount on drive 'C'; it is the sandbox's own.", false);
  return { drive, folder: match[2]! };
}

/** Throws CommandLineError. */
export function parseCommandLine(argv: string[]): CommandLine {
  const { own, command, file, rest } = split(argv);
  const options = parse(own, {
    string: [...texts, ...lists],
    boolean: switches,
    array: lists,
    configuration: {
      'camel-case-expansion': false,
      'dot-notation': false,
      'boolean-negation': false,
      'greedy-arrays': false,
    },
  });
  // A parameter given twice: the last one counts, but every mount does.
  const on = (name: string) => [options[name]].flat().at(-1) === true;
  const text = (name: string): string | undefined => [options[name]].flat().at(-1);
  const encoded = text('EncodedCommand');
  return {
    noLogo: on('NoLogo'),
    noExit: on('NoExit'),
    nonInteractive: on('NonInteractive'),
    interactive: on('Interactive'),
    version: on('Version'),
    help: on('Help'),
    state: text('State'),
    organization: text('Organization'),
    server: text('Server'),
    culture: text('Culture'),
    workingDirectory: text('WorkingDirectory'),
    mounts: ((options.Mount as string[] | undefined) ?? []).map(parseMount),
    command: encoded === undefined ? command : Buffer.from(encoded, 'base64').toString('utf16le'),
    file,
    fileArguments: rest,
  };
}

// Select-String.

import { type CmdletContext, type CmdletRun, defineCmdlet } from '../../../src/runtime/cmdlet.ts';
import { toText } from '../../../src/runtime/convert.ts';
import { enumerate } from '../../../src/runtime/enumerate.ts';
import { getMember } from '../../../src/runtime/members.ts';
import { splitLines } from '../../../src/runtime/providers/file-content.ts';
import { decodeText, type EncodingName, encodingArgument } from '../../../src/runtime/providers/text-encoding.ts';
import { typeOf } from '../../../src/runtime/types/registry.ts';
import type { Value } from '../../../src/runtime/values.ts';
import { eachItem } from '../management/shared/items.ts';
import { InvalidPattern, LineSearch } from './shared/line-search.ts';
import { INPUT_STREAM, type MatchInfo } from './types/match-info.ts';

const RAW = ['ObjectRaw', 'FileRaw', 'LiteralFileRaw'];
const NOT_RAW = ['File', 'Object', 'LiteralFile'];

export default defineCmdlet({
  name: 'Select-String',
  module: 'Microsoft.PowerShell.Utility',
  aliases: ['sls'],
  synopsis: 'Finds text in strings and files.',
  defaultSet: 'File',
  parameters: {
    Culture: { type: 'string', help: 'Culture by which -SimpleMatch compares.' },
    InputObject: {
      type: 'psobject',
      mandatory: true,
      pipeline: 'value',
      sets: ['Object', 'ObjectRaw'],
      validate: [{ kind: 'allowNull' }, { kind: 'allowEmptyString' }],
      help: 'The texts to search.',
    },
    Pattern: {
      type: 'string[]',
      mandatory: true,
      position: 0,
      help: 'Regular expressions, or texts with -SimpleMatch.',
    },
    Path: {
      type: 'string[]',
      mandatory: true,
      position: 1,
      pipeline: 'name',
      sets: ['File', 'FileRaw'],
      wildcards: true,
      help: 'The files to search.',
    },
    LiteralPath: {
      type: 'string[]',
      aliases: ['PSPath', 'LP'],
      mandatory: true,
      pipeline: 'name',
      sets: ['LiteralFile', 'LiteralFileRaw'],
      help: 'The files to search, their paths taken as they are.',
    },
    Raw: {
      type: 'switch',
      sets: Object.fromEntries(RAW.map((set) => [set, { mandatory: true }])),
      help: 'Gives the lines only, as strings.',
    },
    SimpleMatch: { type: 'switch', help: 'Takes the pattern as plain text.' },
    CaseSensitive: { type: 'switch', help: 'Tells capitals from small letters.' },
    Quiet: { type: 'switch', sets: NOT_RAW, help: 'Gives only True when there is a match.' },
    List: { type: 'switch', help: 'Only the first match of each file.' },
    NoEmphasis: { type: 'switch', help: 'Does not highlight the match.' },
    Include: { type: 'string[]', validate: [{ kind: 'notNullOrEmpty' }], help: 'Only files whose name matches.' },
    Exclude: { type: 'string[]', validate: [{ kind: 'notNullOrEmpty' }], help: 'Leaves out files whose name matches.' },
    NotMatch: { type: 'switch', help: 'Gives the lines that do not match.' },
    AllMatches: { type: 'switch', help: 'Finds all matches of a line, not only the first.' },
    Encoding: {
      type: 'System.Text.Encoding',
      transform: encodingArgument,
      default: 'utf8NoBOM',
      help: 'How the bytes of files are turned into text.',
    },
    Context: {
      type: 'int[]',
      validate: [
        { kind: 'count', min: 1, max: 2 },
        { kind: 'range', min: 0, max: 2147483647 },
      ],
      help: 'Lines to show before and after each match.',
    },
  },
  outputs: ['Microsoft.PowerShell.Commands.MatchInfo', 'System.Boolean', 'System.String'],
  examples: [{ script: "'250 ok', '550 denied' | Select-String '^5' | ForEach-Object Line", output: '550 denied' }],
  create: (cmdlet) => searchRun(cmdlet),
});

function makeSearch(cmdlet: CmdletContext): LineSearch {
  const { args } = cmdlet;
  const context = (args.Context as number[] | undefined) ?? [];
  try {
    return new LineSearch({
      patterns: args.Pattern as string[],
      simple: args.SimpleMatch === true,
      ignoreCase: !args.CaseSensitive,
      notMatch: args.NotMatch === true,
      allMatches: args.AllMatches === true,
      before: context[0] ?? 0,
      after: context[1] ?? context[0] ?? 0,
    });
  } catch (thrown) {
    if (!(thrown instanceof InvalidPattern)) throw thrown;
    const message = `The string ${thrown.pattern} is not a valid regular expression: ${thrown.reason}`;
    return cmdlet.fail(cmdlet.makeError(message, 'InvalidRegex', 'InvalidArgument', null, 'System.ArgumentException'));
  }
}

function searchRun(cmdlet: CmdletContext): CmdletRun {
  let search: LineSearch;
  let found = false;
  const streamLines: string[] = [];
  const streamMatches: MatchInfo[] = [];
  const put = (match: MatchInfo): void => {
    found = true;
    if (cmdlet.args.Quiet) return;
    cmdlet.write(cmdlet.args.Raw ? match.line : match);
  };
  return {
    begin() {
      search = makeSearch(cmdlet);
    },
    process() {
      if (cmdlet.args.Quiet && found) return;
      if (!cmdlet.has('InputObject')) {
        eachItem(cmdlet, (item) => searchFile(cmdlet, search, item.path, put));
        return;
      }
      for (const value of enumerateStream(cmdlet.args.InputObject as Value)) {
        const file = filePath(value);
        if (file !== undefined) {
          searchFile(cmdlet, search, file, put);
          continue;
        }
        const line = toText(value);
        streamLines.push(line);
        const match = search.test(line, streamLines.length, INPUT_STREAM);
        if (!match) continue;
        if (search.wantsContext) streamMatches.push(match);
        else put(match);
      }
    },
    end() {
      search.addContext(streamMatches, streamLines);
      for (const match of streamMatches) put(match);
      if (cmdlet.args.Quiet && found) cmdlet.write(true);
    },
  };
}

/** A collection given by -InputObject is one text. */
function* enumerateStream(input: Value): Iterable<Value> {
  if (input === null || input === undefined) return;
  if (Array.isArray(input)) yield [...enumerate(input)].map((item) => toText(item)).join(' ');
  else yield input;
}

/** A file that is piped in is searched itself. */
function filePath(value: Value): string | undefined {
  if (typeof value !== 'object' || value === null) return undefined;
  return typeOf(value)?.id === 'System.IO.FileInfo' ? toText(getMember(value, 'FullName')) : undefined;
}

function searchFile(cmdlet: CmdletContext, search: LineSearch, path: string, put: (match: MatchInfo) => void): void {
  if (cmdlet.host.files.stat(path)?.directory) return;
  const text = decodeText(cmdlet.host.files.read(path), cmdlet.args.Encoding as EncodingName | undefined);
  const lines = splitLines(text);
  const matches: MatchInfo[] = [];
  for (let i = 0; i < lines.length; i++) {
    const match = search.test(lines[i]!, i + 1, path);
    if (!match) continue;
    if (search.wantsContext) matches.push(match);
    else put(match);
    if (cmdlet.args.List || cmdlet.args.Quiet) break;
  }
  if (!search.wantsContext) return;
  search.addContext(matches, lines);
  for (const match of matches) put(match);
}

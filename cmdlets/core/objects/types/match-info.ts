// Microsoft.PowerShell.Commands.MatchInfo: what Select-String puts out.

import { makeNumber } from '../../../../src/runtime/number/numeric.ts';
import { declareType, knownType, type PSType } from '../../../../src/runtime/types/registry.ts';
import { typedArray, type Value } from '../../../../src/runtime/values.ts';

const NAMESPACE = 'Microsoft.PowerShell.Commands';
export const INPUT_STREAM = 'InputStream';

export class MatchInfoContext {
  preContext: string[] = [];
  postContext: string[] = [];
  /** What is shown: without lines that another match shows. */
  displayPreContext: string[] = [];
  displayPostContext: string[] = [];

  get psType(): PSType {
    declareMatchTypes();
    return knownType(`${NAMESPACE}.MatchInfoContext`);
  }
}

export class MatchInfo {
  context: MatchInfoContext | null = null;
  matches: Value[] = [];

  constructor(
    readonly line: string,
    readonly lineNumber: number,
    readonly path: string,
    readonly pattern: string,
    readonly ignoreCase: boolean,
  ) {}

  get psType(): PSType {
    declareMatchTypes();
    return knownType(`${NAMESPACE}.MatchInfo`);
  }
  get filename(): string {
    return this.path === INPUT_STREAM
      ? INPUT_STREAM
      : this.path.slice(Math.max(this.path.lastIndexOf('\\'), this.path.lastIndexOf('/')) + 1);
  }

  relativePath(directory: string): string {
    if (this.path === INPUT_STREAM) return this.path;
    const prefix = directory.endsWith('\\') ? directory : `${directory}\\`;
    return this.path.toLowerCase().startsWith(prefix.toLowerCase()) ? this.path.slice(prefix.length) : this.path;
  }

  /** The line with its file and number, and its context; paths below `directory` are shortened. */
  toText(directory?: string): string {
    const shown = directory === undefined ? this.path : this.relativePath(directory);
    const head = (mark: string, number: number, line: string): string =>
      this.path === INPUT_STREAM ? `${mark}${line}` : `${mark}${shown}:${number}:${line}`;
    if (!this.context) return head('', this.lineNumber, this.line);
    const { displayPreContext: before, displayPostContext: after } = this.context;
    return [
      ...before.map((line, index) => head('  ', this.lineNumber - before.length + index, line)),
      head('> ', this.lineNumber, this.line),
      ...after.map((line, index) => head('  ', this.lineNumber + 1 + index, line)),
    ].join('\n');
  }
  toString(): string {
    return this.toText();
  }
}

let declared = false;

function declareMatchTypes(): void {
  if (declared) return;
  declared = true;
  const lines = (items: string[]): Value => typedArray(items, 'System.String');
  declareType({
    name: `${NAMESPACE}.MatchInfoContext`,
    properties: {
      'string[] PreContext': (context: MatchInfoContext) => lines(context.preContext),
      'string[] PostContext': (context: MatchInfoContext) => lines(context.postContext),
      'string[] DisplayPreContext': (context: MatchInfoContext) => lines(context.displayPreContext),
      'string[] DisplayPostContext': (context: MatchInfoContext) => lines(context.displayPostContext),
    },
  });
  declareType({
    name: `${NAMESPACE}.MatchInfo`,
    properties: {
      'bool IgnoreCase': (info: MatchInfo) => info.ignoreCase,
      'ulong LineNumber': (info: MatchInfo) => makeNumber('UInt64', BigInt(info.lineNumber)),
      'string Line': (info: MatchInfo) => info.line,
      'string Filename': (info: MatchInfo) => info.filename,
      'string Path': (info: MatchInfo) => info.path,
      'string Pattern': (info: MatchInfo) => info.pattern,
      [`${NAMESPACE}.MatchInfoContext Context`]: (info: MatchInfo) => info.context,
      'System.Text.RegularExpressions.Match[] Matches': (info: MatchInfo) =>
        typedArray(info.matches, 'System.Text.RegularExpressions.Match'),
    },
    methods: {
      'string ToString()': (info: MatchInfo) => info.toText(),
      'string ToString(string directory)': (info: MatchInfo, directory: string) => info.toText(directory),
      'string RelativePath(string directory)': (info: MatchInfo, directory: string) => info.relativePath(directory),
      'string ToEmphasizedString(string directory)': (info: MatchInfo, directory: string) => info.toText(directory),
    },
  });
}

// $PSStyle: escape sequences for text on a terminal, and how output is decorated (about_ANSI_Terminals).

import { convertTo } from './convert.ts';
import { DotNetException } from './errors.ts';
import { Hashtable } from './types/collections/hashtable.ts';
import type { Body, PropertyBody } from './types/ps-type.ts';
import { declareType, type PSType } from './types/registry.ts';
import type { Value } from './values.ts';

const NAMESPACE = 'System.Management.Automation';
const ESCAPE = '\u001b';

/** Name to the numbers of a sequence, in the order in which $PSStyle shows them. */
const DECORATIONS: Record<string, string> = {
  Reset: '0',
  BlinkOff: '25',
  Blink: '5',
  BoldOff: '22',
  Bold: '1',
  DimOff: '22',
  Dim: '2',
  Hidden: '8',
  HiddenOff: '28',
  Reverse: '7',
  ReverseOff: '27',
  ItalicOff: '23',
  Italic: '3',
  UnderlineOff: '24',
  Underline: '4',
  StrikethroughOff: '29',
  Strikethrough: '9',
};
const COLORS = ['Black', 'Red', 'Green', 'Yellow', 'Blue', 'Magenta', 'Cyan', 'White'];
/** Order in which the colours are shown, as offsets. */
const COLOR_ORDER = [0, 7, 1, 5, 4, 6, 2, 3];
const FORMATTING: Record<string, string> = {
  FormatAccent: '32;1',
  ErrorAccent: '36;1',
  Error: '31;1',
  Warning: '33;1',
  Verbose: '33;1',
  Debug: '33;1',
  TableHeader: '32;1',
  CustomTableHeaderLabel: '32;1;3',
  FeedbackName: '33',
  FeedbackText: '96',
  FeedbackAction: '97',
};
const FILE_INFO: Record<string, string> = { Directory: '44;1', SymbolicLink: '36;1', Executable: '32;1' };
const ARCHIVES = ['.zip', '.tgz', '.gz', '.tar', '.nupkg', '.cab', '.7z'];
const SCRIPTS = ['.ps1', '.psd1', '.psm1', '.ps1xml'];

function sequence(codes: string): string {
  return `${ESCAPE}[${codes}m`;
}

/** A group of settings inside $PSStyle. */
export class StyleGroup {
  readonly settings = new Map<string, Value>();
  constructor(readonly psType: PSType) {}
}

export class PSStyle {
  readonly psType: PSType;
  outputRendering: Value;
  readonly groups: Record<'Formatting' | 'Progress' | 'FileInfo' | 'Foreground' | 'Background', StyleGroup>;

  constructor() {
    const types = styleTypes();
    this.psType = types.style;
    this.outputRendering = convertTo('Host', `${NAMESPACE}.OutputRendering`);
    const group = (type: PSType, values: Record<string, Value>): StyleGroup => {
      const made = new StyleGroup(type);
      for (const name in values) made.settings.set(name, values[name]);
      return made;
    };
    const sequences = (table: Record<string, string>): Record<string, Value> =>
      Object.fromEntries(Object.entries(table).map(([name, codes]) => [name, sequence(codes)]));
    this.groups = {
      Formatting: group(types.formatting, sequences(FORMATTING)),
      Progress: group(types.progress, {
        Style: sequence('33;1'),
        MaxWidth: 120,
        View: convertTo('Minimal', `${NAMESPACE}.ProgressView`),
        UseOSCIndicator: false,
      }),
      FileInfo: group(types.fileInfo, { ...sequences(FILE_INFO), Extension: extensionTable() }),
      Foreground: group(types.foreground, sequences(colorCodes(30, 90))),
      Background: group(types.background, sequences(colorCodes(40, 100))),
    };
  }
}

function extensionTable(): Hashtable {
  const table = new Hashtable();
  for (const extension of ARCHIVES) table.set(extension, sequence('31;1'));
  for (const extension of SCRIPTS) table.set(extension, sequence('33;1'));
  return table;
}

function colorCodes(normal: number, bright: number): Record<string, string> {
  const codes: Record<string, string> = {};
  for (const offset of COLOR_ORDER) {
    codes[COLORS[offset]!] = String(normal + offset);
    codes[`Bright${COLORS[offset]}`] = String(bright + offset);
  }
  return codes;
}

// ---------------------------------------------------------------- types

type Properties = Record<string, Body | PropertyBody>;

function onlySequences(value: Value): Value {
  const text = String(value ?? '');
  if (text.replace(/\u001b\[[0-9;]*m/g, '') === '') return text;
  const printable = JSON.stringify(text.replaceAll(ESCAPE, '`e')).slice(1, -1);
  throw new DotNetException(
    'System.ArgumentException',
    `The specified string contains printable content when it should only contain ANSI escape sequences: ${printable}`,
    {},
  );
}

function settingsOf(names: readonly string[], typeName: string, check: (value: Value) => Value): Properties {
  const properties: Properties = {};
  for (const name of names) {
    properties[`${typeName} ${name}`] = {
      get: (group: StyleGroup) => group.settings.get(name),
      set: (group: StyleGroup, value: Value) => group.settings.set(name, check(value)),
    };
  }
  return properties;
}

function readOnlyOf(names: readonly string[]): Properties {
  return Object.fromEntries(names.map((name) => [`string ${name}`, (group: StyleGroup) => group.settings.get(name)]));
}

interface StyleTypes {
  style: PSType;
  formatting: PSType;
  progress: PSType;
  fileInfo: PSType;
  foreground: PSType;
  background: PSType;
}
let made: StyleTypes | undefined;

function styleTypes(): StyleTypes {
  if (made) return made;
  const colors = Object.keys(colorCodes(30, 90));
  const declare = (name: string, properties: Properties): PSType =>
    declareType({ name: `${NAMESPACE}.PSStyle+${name}`, properties });
  const formatting = declare('FormattingData', settingsOf(Object.keys(FORMATTING), 'string', onlySequences));
  const progress = declare('ProgressConfiguration', {
    ...settingsOf(['Style'], 'string', onlySequences),
    ...settingsOf(['MaxWidth'], 'int', (value) => value),
    ...settingsOf(['View'], `${NAMESPACE}.ProgressView`, (value) => value),
    ...settingsOf(['UseOSCIndicator'], 'bool', (value) => value),
  });
  const fileInfo = declare('FileInfoFormatting', {
    ...settingsOf(Object.keys(FILE_INFO), 'string', onlySequences),
    'System.Collections.Hashtable Extension': (group: StyleGroup) => group.settings.get('Extension'),
  });
  const rgb = (lead: number) => ({
    'string FromRgb(byte red, byte green, byte blue)': (_group: StyleGroup, red: Value, green: Value, blue: Value) =>
      sequence(`${lead};2;${plain(red)};${plain(green)};${plain(blue)}`),
    'string FromRgb(int rgb)': (_group: StyleGroup, value: Value) => {
      const number = Number(value);
      return sequence(`${lead};2;${(number >> 16) & 255};${(number >> 8) & 255};${number & 255}`);
    },
  });
  const foreground = declareType({
    name: `${NAMESPACE}.PSStyle+ForegroundColor`,
    properties: readOnlyOf(colors),
    methods: rgb(38),
  });
  const background = declareType({
    name: `${NAMESPACE}.PSStyle+BackgroundColor`,
    properties: readOnlyOf(colors),
    methods: rgb(48),
  });
  made = { style: styleType(), formatting, progress, fileInfo, foreground, background };
  return made;
}

function plain(value: Value): string {
  return typeof value === 'object' && value !== null && 'value' in value
    ? String((value as { value: unknown }).value)
    : String(value);
}

function styleType(): PSType {
  const decorations = Object.entries(DECORATIONS).map(
    ([name, codes]) => [`string ${name}`, () => sequence(codes)] as const,
  );
  const group = (name: keyof PSStyle['groups'], type: string) =>
    [`${NAMESPACE}.PSStyle+${type} ${name}`, (style: PSStyle) => style.groups[name]] as const;
  return declareType({
    name: `${NAMESPACE}.PSStyle`,
    properties: {
      ...Object.fromEntries(decorations),
      [`${NAMESPACE}.OutputRendering OutputRendering`]: {
        get: (style: PSStyle) => style.outputRendering,
        set: (style: PSStyle, value: Value) => {
          style.outputRendering = value;
        },
      },
      ...Object.fromEntries([
        group('Formatting', 'FormattingData'),
        group('Progress', 'ProgressConfiguration'),
        group('FileInfo', 'FileInfoFormatting'),
        group('Foreground', 'ForegroundColor'),
        group('Background', 'BackgroundColor'),
      ]),
    },
    methods: {
      'string FormatHyperlink(string text, uri link)': (_style: PSStyle, text: string, link: Value) =>
        `${ESCAPE}]8;;${String(link)}${ESCAPE}\\${text}${ESCAPE}]8;;${ESCAPE}\\`,
    },
  });
}

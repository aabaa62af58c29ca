// Environment as the sandbox shows it, Console, Thread.

import { currentCulture, formatComposite, formatValue } from '../../operators/format.ts';
import type { Value } from '../../values.ts';
import { host } from '../ambient.ts';
import { Hashtable } from '../collections/hashtable.ts';
import { construct } from '../construction.ts';
import { EnumValue } from '../enum-value.ts';
import type { TypeSpec } from '../ps-type.ts';
import { knownType, type PSType } from '../registry.ts';
import { encodingByName } from './encoding.ts';
import { TextWriter, writerMembers } from './text-types.ts';

function variable(name: string): string | null {
  const wanted = name.toLowerCase();
  for (const [key, value] of host().environment) if (key.toLowerCase() === wanted) return value;
  return null;
}
function setVariable(name: string, value: string | null): void {
  const existing = [...host().environment.keys()].find((key) => key.toLowerCase() === name.toLowerCase());
  if (value === null || value === '') {
    if (existing !== undefined) host().environment.delete(existing);
  } else host().environment.set(existing ?? name, value);
}
const expand = (text: string): string => text.replace(/%([^%]+)%/g, (all, name: string) => variable(name) ?? all);

const FOLDERS: Record<string, string> = {
  Desktop: '%USERPROFILE%\\Desktop',
  DesktopDirectory: '%USERPROFILE%\\Desktop',
  MyDocuments: '%USERPROFILE%\\Documents',
  Personal: '%USERPROFILE%\\Documents',
  MyMusic: '%USERPROFILE%\\Music',
  MyVideos: '%USERPROFILE%\\Videos',
  MyPictures: '%USERPROFILE%\\Pictures',
  ApplicationData: '%APPDATA%',
  LocalApplicationData: '%LOCALAPPDATA%',
  CommonApplicationData: '%ProgramData%',
  Windows: '%SystemRoot%',
  System: '%SystemRoot%\\system32',
  SystemX86: '%SystemRoot%\\SysWOW64',
  ProgramFiles: '%ProgramFiles%',
  ProgramFilesX86: '%ProgramFiles(x86)%',
  CommonProgramFiles: '%ProgramFiles%\\Common Files',
  UserProfile: '%USERPROFILE%',
  Fonts: '%SystemRoot%\\Fonts',
  CommonDesktopDirectory: 'C:\\Users\\Public\\Desktop',
  CommonDocuments: 'C:\\Users\\Public\\Documents',
  Favorites: '%USERPROFILE%\\Favorites',
  Startup: '%APPDATA%\\Microsoft\\Windows\\Start Menu\\Programs\\Startup',
};
function folder(value: number): string {
  const name = new EnumValue(knownType('System.Environment+SpecialFolder'), value).toString();
  const path = expand(FOLDERS[name] ?? '');
  return path.includes('%') ? '' : path;
}

class OperatingSystem {
  get psType(): PSType {
    return knownType('System.OperatingSystem');
  }
  toString(): string {
    return 'Microsoft Windows NT 10.0.17763.0';
  }
}

function environmentType(): TypeSpec {
  const variables = (): Hashtable => Hashtable.from([...host().environment]);
  return {
    name: 'System.Environment',
    kind: 'static',
    staticProperties: {
      'string NewLine': () => '\n',
      'string MachineName': () => variable('COMPUTERNAME') ?? 'EX01',
      'string UserName': () => variable('USERNAME') ?? 'Administrator',
      'string UserDomainName': () => variable('USERDOMAIN') ?? '',
      'string CurrentDirectory': () =>
        typeof host()['x-location'] === 'string' ? (host()['x-location'] as string) : 'C:\\',
      'string SystemDirectory': () => folder(37),
      'int ProcessorCount': () => 4,
      'bool Is64BitOperatingSystem': () => true,
      'bool Is64BitProcess': () => true,
      'System.OperatingSystem OSVersion': () => new OperatingSystem(),
      'version Version': () => construct(knownType('System.Version'), [10, 0, 0]),
      'int TickCount': () => Math.trunc(host().clock.monotonicMs()) | 0,
      'long TickCount64': () => BigInt(Math.trunc(host().clock.monotonicMs())),
      'int ProcessId': () => 4711,
      'bool UserInteractive': () => host().ui.interactive,
      'int ExitCode': { get: () => 0, set: () => undefined },
      'string CommandLine': () => 'hubshell',
      'bool HasShutdownStarted': () => false,
      'string StackTrace': () => '',
      'long WorkingSet': () => 134217728n,
    },
    staticMethods: {
      'string GetEnvironmentVariable(string variable)': variable,
      'string GetEnvironmentVariable(string variable, System.EnvironmentVariableTarget target)': variable,
      'void SetEnvironmentVariable(string variable, string value)': setVariable,
      'void SetEnvironmentVariable(string variable, string value, System.EnvironmentVariableTarget target)':
        setVariable,
      'hashtable GetEnvironmentVariables()': variables,
      'hashtable GetEnvironmentVariables(System.EnvironmentVariableTarget target)': variables,
      'string ExpandEnvironmentVariables(string name)': expand,
      'string GetFolderPath(System.Environment+SpecialFolder folder)': folder,
      'string[] GetCommandLineArgs()': () => ['hubshell'],
      'string[] GetLogicalDrives()': () =>
        host()
          .files.drives()
          .map((drive) => drive.root),
    },
  };
}

/** [Console]::Out and [Console]::Error. */
class ConsoleWriter extends TextWriter {
  constructor(private readonly sink: (text: string) => void) {
    super(CONSOLE_WRITER);
  }
  override write(text: string): void {
    this.sink(text);
  }
  override toString(): string {
    return CONSOLE_WRITER;
  }
}
const CONSOLE_WRITER = 'System.IO.TextWriter+SyncTextWriter';

function consoleType(): TypeSpec {
  const shown = (value: Value): string => formatValue(value, null, currentCulture());
  const color = { get: () => 7, set: () => undefined };
  const out = (text: string): void => host().ui.write(text);
  return {
    name: 'System.Console',
    kind: 'static',
    staticProperties: {
      'System.IO.TextWriter Out': () => new ConsoleWriter((text) => host().ui.write(text)),
      'System.IO.TextWriter Error': () => new ConsoleWriter((text) => host().ui.writeError(text)),
      'System.ConsoleColor ForegroundColor': color,
      'System.ConsoleColor BackgroundColor': { get: () => 0, set: () => undefined },
      'int WindowWidth': () => host().ui.columns,
      'int WindowHeight': () => host().ui.rows,
      'int BufferWidth': () => host().ui.columns,
      'string Title': { get: () => 'hubshell', set: (title: string) => host().ui.setTitle(title) },
      'System.Text.Encoding OutputEncoding': { get: () => encodingByName('utf-8'), set: () => undefined },
      'System.Text.Encoding InputEncoding': { get: () => encodingByName('utf-8'), set: () => undefined },
      'bool IsOutputRedirected': () => !host().ui.interactive,
      'bool IsInputRedirected': () => !host().ui.interactive,
      'bool KeyAvailable': () => false,
      'bool CursorVisible': { get: () => true, set: () => undefined },
      'bool TreatControlCAsInput': { get: () => false, set: () => undefined },
    },
    staticMethods: {
      'void Write(System.Object value)': (value: Value) => out(shown(value)),
      'void Write(string format, params System.Object[] arg)': (format: string, args: Value[]) =>
        out(args.length === 0 ? format : formatComposite(format, args, currentCulture())),
      'void WriteLine()': () => out('\n'),
      'void WriteLine(System.Object value)': (value: Value) => out(`${shown(value)}\n`),
      'void WriteLine(string format, params System.Object[] arg)': (format: string, args: Value[]) =>
        out(`${args.length === 0 ? format : formatComposite(format, args, currentCulture())}\n`),
      'string ReadLine()': () => host().ui.readLine('') ?? null,
      'void Clear()': () => host().ui.clear(),
      'void ResetColor()': () => undefined,
      'void Beep()': () => undefined,
    },
  };
}

export function environmentTypes(): TypeSpec[] {
  return [
    environmentType(),
    consoleType(),
    { name: CONSOLE_WRITER, base: 'System.IO.TextWriter', ...writerMembers() },
    {
      name: 'System.OperatingSystem',
      properties: {
        'System.PlatformID Platform': () => 2,
        'string ServicePack': () => '',
        'version Version': () => construct(knownType('System.Version'), [10, 0, 17763, 0]),
        'string VersionString': () => 'Microsoft Windows NT 10.0.17763.0',
      },
    },
    {
      name: 'System.Threading.Thread',
      staticMethods: {
        'void Sleep(int millisecondsTimeout)': (ms: number) => host().clock.sleep(ms),
        'void Sleep(timespan timeout)': (span: { ticks: bigint }) => host().clock.sleep(Number(span.ticks / 10000n)),
      },
    },
  ];
}

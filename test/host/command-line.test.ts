import { describe, expect, it } from 'vitest';
import { CommandLineError, parseCommandLine } from '../../src/host/command-line.ts';

function failure(argv: string[]): CommandLineError {
  try {
    parseCommandLine(argv);
  } catch (error) {
    if (error instanceof CommandLineError) return error;
    throw error;
  }
  throw new Error('the command line was accepted');
}

describe('the command line', () => {
  it('takes names in any letter case and shortened', () => {
    const line = parseCommandLine([
      '-nol',
      '-NONI',
      '-noe',
      '-st',
      './lab',
      '-o',
      'Northwind2007',
      '-wd',
      'C:\\x',
      '-c',
      '1',
    ]);
    expect(line).toMatchObject({
      noLogo: true,
      nonInteractive: true,
      noExit: true,
      state: './lab',
      organization: 'Northwind2007',
      workingDirectory: 'C:\\x',
      command: '1',
    });
  });

  it('takes a name with two dashes or a slash, and a value after a colon', () => {
    expect(parseCommandLine(['--nologo', '/state:./lab', '/c', '1'])).toMatchObject({
      noLogo: true,
      state: './lab',
      command: '1',
    });
  });

  it('gives all that follows -Command to the command', () => {
    expect(parseCommandLine(['-Command', 'Get-Queue', '-State', '1'])).toMatchObject({ command: 'Get-Queue -State 1' });
  });

  it('gives all that follows -File, or a bare word, to the script', () => {
    const expected = { file: 'a.ps1', fileArguments: ['-NoLogo', 'x'] };
    expect(parseCommandLine(['-File', 'a.ps1', '-NoLogo', 'x'])).toMatchObject({ ...expected, noLogo: false });
    expect(parseCommandLine(['a.ps1', '-NoLogo', 'x'])).toMatchObject(expected);
  });

  it('mounts several folders', () => {
    expect(parseCommandLine(['-Mount', 'G=./a', '-m', 'h:=/b c']).mounts).toEqual([
      { drive: 'G', folder: './a' },
      { drive: 'H', folder: '/b c' },
    ]);
  });

  it('decodes -EncodedCommand', () => {
    const encoded = Buffer.from('"ä"', 'utf16le').toString('base64');
    expect(parseCommandLine(['-e', encoded]).command).toBe('"ä"');
  });

  it('takes a value that begins with a dash', () => {
    expect(parseCommandLine(['-State', '-x']).state).toBe('-x');
  });

  it.each([
    [['-n'], "Invalid argument '-n', did you mean:\n\n  -noexit\n  -nologo\n  -noninteractive\n  -noprofile"],
    [['-foo'], "The argument '-foo' is not recognized as the name of a script file."],
    [['-Command'], 'A command must follow -Command.'],
    [['-Command', '-', 'x'], "'-' was specified with the -Command parameter"],
    [['-File'], 'requires a file path'],
    [['-WorkingDirectory'], '-WorkingDirectory requires an argument that is a directory path.'],
    [['-State'], '-State requires an argument.'],
    [['-Mount', 'nothing'], "Cannot process '-Mount nothing'"],
    [['-Mount', 'C=/tmp'], "Cannot mount on drive 'C'"],
  ])('refuses %j', (argv, text) => {
    expect(failure(argv).message).toContain(text);
  });
});

// Paths as text and in a session: what no recording shows, because the reference was recorded on other paths.

import { describe, expect, it } from 'vitest';
import {
  extensionOf,
  joinPath,
  leafName,
  normalizeFilePath,
  parentPath,
  relativePath,
} from '../../../src/runtime/providers/path-text.ts';
import { decodeText, type EncodingName, encodeText } from '../../../src/runtime/providers/text-encoding.ts';
import { runGolden } from '../../goldens/run-golden.ts';

function output(script: string): string {
  const result = runGolden({ id: 'paths', area: 'paths', script, output: '', exit: 0 });
  expect(result.fault).toBeUndefined();
  return result.actual;
}

describe('paths as text', () => {
  it.each([
    // path                      normalized              parent          leaf
    ['C:\\a\\..\\b\\.\\c.txt', 'C:\\b\\c.txt', 'C:\\b', 'c.txt'],
    ['C:/a//b/', 'C:\\a\\b', 'C:\\a', 'b'],
    ['C:\\..\\..\\a', 'C:\\a', 'C:\\', 'a'],
    ['C:\\', 'C:\\', '', 'C:\\'],
    ['\\\\EX02\\C$\\x\\y', '\\\\EX02\\C$\\x\\y', '\\\\EX02\\C$\\x', 'y'],
  ])('%s is %s below %s with the name %s', (path, normalized, parent, leaf) => {
    expect(normalizeFilePath(path)).toBe(normalized);
    expect(parentPath(normalized)).toBe(parent);
    expect(leafName(normalized)).toBe(leaf);
  });

  it('joins with exactly one separator', () => {
    expect(joinPath('C:\\a\\', '\\b')).toBe('C:\\a\\b');
    expect(joinPath('C:\\a', 'b')).toBe('C:\\a\\b');
    expect(joinPath('C:', 'b')).toBe('C:\\b');
  });

  it('gives a path as seen from a folder', () => {
    expect(relativePath('C:\\a\\b', 'C:\\a\\c\\d')).toBe('..\\c\\d');
    expect(relativePath('C:\\a', 'C:\\a\\b')).toBe('.\\b');
    expect(relativePath('C:\\a', 'D:\\b')).toBe('D:\\b');
  });

  it('knows extensions', () => {
    expect(['a.txt', 'a.tar.gz', 'a', 'a.'].map(extensionOf)).toEqual(['.txt', '.gz', '', '']);
  });
});

describe('paths in a session', () => {
  it('takes the drive of the current location for a path that starts with a separator', () => {
    expect(output('Set-Location G:\\td; (Resolve-Path \\td).Path')).toBe('<td>\n');
  });

  it('goes to a drive that is named alone', () => {
    expect(output('Set-Location C:\\; G:; (Get-Location).Drive.Name')).toBe('G\n');
  });

  it('does not climb above the root of a drive', () => {
    expect(output('New-PSDrive T FileSystem G:\\td > $null; Set-Location T:; Set-Location ..; "$PWD"')).toBe('T:\\\n');
  });

  it('keeps a location for every drive', () => {
    expect(
      output(
        '$null = New-Item G:\\td\\x -ItemType Directory; Set-Location G:\\td\\x; Set-Location C:\\; Set-Location G:; "$PWD"',
      ),
    ).toBe('<td>\\x\n');
  });

  it('forgets a drive of a function when the function ends', () => {
    expect(output('function f { $null = New-PSDrive L FileSystem C:\\; Test-Path L:\\ }; f; Test-Path L:\\')).toBe(
      'True\nFalse\n',
    );
  });
});

describe('encodings', () => {
  const names: EncodingName[] = ['utf8NoBOM', 'utf8BOM', 'unicode', 'bigendianunicode', 'utf32', 'bigendianutf32'];
  it.each(names)('%s gives every text back', (name) => {
    const text = 'Ünï €uro 😀 日本';
    expect(decodeText(encodeText(text, name), name)).toBe(text);
  });
  it('writes a question mark for what a code page has not', () => {
    expect([...encodeText('é€日', 'ansi')]).toEqual([0xe9, 0x80, 0x3f]);
    expect([...encodeText('é日', 'ascii')]).toEqual([0x3f, 0x3f]);
  });
});

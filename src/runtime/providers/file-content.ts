// Reading and writing what is in files: lines, whole texts, parts by delimiter, bytes.

import { enumerate } from '../enumerate.ts';
import type { FileSystem } from '../host.ts';
import { byte } from '../number/numeric.ts';
import { dotNetText } from '../types/object-text.ts';
import { isInt32, NumberBox, typedArray, type Value } from '../values.ts';
import { parentPath } from './path-text.ts';
import type { ContentWriter, ReadOptions, WriteOptions } from './provider.ts';
import { failed, guardFiles, invalidArgument } from './provider-errors.ts';
import { decodeText, detectEncoding, type EncodingName, encodeText, preambleOf } from './text-encoding.ts';

/** The lines of a text: ends are LF, CRLF or CR; an end after the last line starts no further one. */
export function splitLines(text: string): string[] {
  if (text === '') return [];
  const lines = text.includes('\r') ? text.split(/\r\n|\n|\r/) : text.split('\n');
  if (lines[lines.length - 1] === '') lines.pop();
  return lines;
}

export function readFileContent(files: FileSystem, path: string, options: ReadOptions): Iterable<Value> {
  const bytes = guardFiles('GetContentReaderIOError', path, () => files.read(path), 'ReadError');
  if (options.asBytes) {
    const values = Array.from(bytes, (value) => byte(value) as Value);
    return options.raw ? [typedArray(values, 'System.Byte')] : values;
  }
  const text = decodeText(bytes, options.encoding as EncodingName | undefined);
  if (options.raw) return text === '' ? [] : [text];
  if (options.delimiter === undefined) return splitLines(text);
  if (options.delimiter === '') return text === '' ? [] : [text];
  const parts = text.split(options.delimiter);
  if (parts[parts.length - 1] === '') parts.pop();
  return parts;
}

function bytesOfValue(value: Value): number[] {
  const bytes: number[] = [];
  for (const item of enumerate(value)) {
    const number = item instanceof NumberBox && item.type === 'Byte' ? Number(item.value) : isInt32(item) ? item : -1;
    if (number < 0 || number > 255) {
      throw invalidArgument(
        'Cannot proceed with byte encoding. When using byte encoding the content must be of type byte.',
      );
    }
    bytes.push(number);
  }
  return bytes;
}

/** Opens a file for Set-Content (emptied at once) or Add-Content. What is written becomes the file's when `close` is called. */
export function openFileWriter(files: FileSystem, path: string, options: WriteOptions): ContentWriter {
  const entry = files.stat(path);
  if (entry?.directory) {
    const why = `Unable to clear content of '${path}' because it is a directory. Clear-Content is only supported on files.`;
    if (!options.append)
      throw failed('System.NotSupportedException', why, 'System.NotSupportedException', 'NotSpecified', null);
    throw failed(
      'System.UnauthorizedAccessException',
      `Access to the path '${path}' is denied.`,
      'GetContentWriterUnauthorizedAccessError',
      'PermissionDenied',
      path,
    );
  }
  const parent = parentPath(path);
  if (entry === undefined && parent !== '' && files.stat(parent)?.directory !== true) {
    throw failed(
      'System.IO.DirectoryNotFoundException',
      `Could not find a part of the path '${path}'.`,
      'GetContentWriterDirectoryNotFoundError',
      'ObjectNotFound',
      path,
    );
  }
  if (entry?.readOnly && options.force) files.setAttributes(path, { readOnly: false });
  const asked = options.encoding as EncodingName | undefined;
  const existing =
    options.append && entry && entry.size > 0
      ? guardFiles('GetContentWriterIOError', path, () => files.read(path))
      : undefined;
  const encoding = (existing && detectEncoding(existing)) ?? asked;
  if (!existing) guardFiles('GetContentWriterIOError', path, () => files.write(path, new Uint8Array()));
  return new FileWriter(files, path, options, encoding, existing !== undefined);
}

class FileWriter implements ContentWriter {
  private readonly text: string[] = [];
  private readonly bytes: number[] = [];
  private written = false;

  constructor(
    private readonly files: FileSystem,
    private readonly path: string,
    private readonly options: WriteOptions,
    private readonly encoding: EncodingName | undefined,
    /** The file has content already: no byte order mark. */
    private readonly continuing: boolean,
  ) {}

  write(values: Value[]): void {
    for (const value of values) {
      if (this.options.asBytes) this.bytes.push(...bytesOfValue(value));
      else if (value === null || value === undefined) continue;
      else this.text.push(this.options.noNewline ? contentText(value) : `${contentText(value)}\n`);
    }
  }

  close(): void {
    if (this.written) return;
    this.written = true;
    const body = this.options.asBytes ? Uint8Array.from(this.bytes) : encodeText(this.text.join(''), this.encoding);
    const preamble = this.continuing || this.options.asBytes || this.text.length === 0 ? [] : preambleOf(this.encoding);
    const data = preamble.length > 0 ? Uint8Array.from([...preamble, ...body]) : body;
    if (data.length === 0) return;
    guardFiles('GetContentWriterIOError', this.path, () => {
      if (this.continuing) this.files.append(this.path, data);
      else this.files.write(this.path, data);
    });
  }
}

/** Elements of a collection come on lines of their own. */
function contentText(value: Value): string {
  if (!Array.isArray(value)) return dotNetText(value);
  return value.map((item) => contentText(item)).join('\n');
}

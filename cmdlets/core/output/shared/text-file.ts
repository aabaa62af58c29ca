// A text file being written by Out-File or Tee-Object, with the checks and errors both have.

import type { CmdletContext } from '../../../../src/runtime/cmdlet.ts';
import { DotNetException, ErrorRecord } from '../../../../src/runtime/errors.ts';
import { FileError } from '../../../../src/runtime/host.ts';
import { parentPath } from '../../../../src/runtime/providers/path-text.ts';
import { describeFileError } from '../../../../src/runtime/providers/provider-errors.ts';
import {
  detectEncoding,
  type EncodingName,
  encodeText,
  preambleOf,
} from '../../../../src/runtime/providers/text-encoding.ts';

export interface TextFile {
  write(text: string): void;
  close(): void;
}

/** Text is handed on in pieces of about this size. */
const BUFFER_LENGTH = 65536;

/** Opens the file named by FilePath or LiteralPath; undefined under -WhatIf. */
export function openTextFile(cmdlet: CmdletContext, action: string): TextFile | undefined {
  const { args, host } = cmdlet;
  const path = resolve(cmdlet, (args.LiteralPath ?? args.FilePath) as string);
  if (!cmdlet.shouldProcess(path, action)) return undefined;
  const entry = host.files.stat(path);
  if (entry && !entry.directory && args.NoClobber && !args.Append) {
    cmdlet.fail(
      cmdlet.makeError(
        `The file '${path}' already exists.`,
        'NoClobber',
        'ResourceExists',
        path,
        'System.IO.IOException',
      ),
    );
  }
  const parent = parentPath(path);
  if (entry?.directory) openFailure(cmdlet, new FileError('is-directory', path));
  if (!entry && parent !== '' && host.files.stat(parent)?.directory !== true)
    openFailure(cmdlet, new FileError('not-found', path));
  if (entry?.readOnly) {
    if (!args.Force) openFailure(cmdlet, new FileError('denied', path));
    host.files.setAttributes(path, { readOnly: false });
  }
  return fileWriter(
    cmdlet,
    path,
    args.Encoding as EncodingName | undefined,
    args.Append === true && (entry?.size ?? 0) > 0,
  );
}

function resolve(cmdlet: CmdletContext, path: string): string {
  return cmdlet.engine.providers?.resolveFilePath(path) ?? path;
}

function fileWriter(cmdlet: CmdletContext, path: string, asked: EncodingName | undefined, append: boolean): TextFile {
  const { files } = cmdlet.host;
  const encoding = (append ? detectEncoding(files.read(path)) : undefined) ?? asked;
  let buffer = '';
  const put = (data: Uint8Array, first: boolean): void => {
    try {
      if (first) files.write(path, data);
      else files.append(path, data);
    } catch (thrown) {
      if (thrown instanceof FileError) openFailure(cmdlet, thrown);
      throw thrown;
    }
  };
  if (!append) put(Uint8Array.from(preambleOf(encoding)), true);
  const flush = (): void => {
    if (buffer !== '') put(encodeText(buffer, encoding), false);
    buffer = '';
  };
  return {
    write(text) {
      buffer += text;
      if (buffer.length > BUFFER_LENGTH) flush();
    },
    close: flush,
  };
}

function openFailure(cmdlet: CmdletContext, error: FileError): never {
  const { type, message } = describeFileError(error);
  const exception = new DotNetException(type, message);
  return cmdlet.fail(new ErrorRecord(exception, 'FileOpenFailure', 'OpenError', null));
}

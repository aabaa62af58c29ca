// Lines of the file that `switch -File` reads.

import { DotNetException } from '../errors.ts';
import { FileError } from '../host.ts';
import type { Value } from '../values.ts';
import type { Frame } from './frame.ts';

export function readFileLines(frame: Frame, path: string): Value[] {
  const { host, providers } = frame.engine;
  const full = providers?.resolveFilePath(path) ?? path;
  try {
    const text = new TextDecoder('utf-8').decode(host.files.read(full));
    const lines = text.split(/\r\n|\n|\r/);
    if (lines[lines.length - 1] === '') lines.pop();
    return lines;
  } catch (thrown) {
    if (!(thrown instanceof FileError)) throw thrown;
    throw new DotNetException(
      'System.Management.Automation.ItemNotFoundException',
      `Cannot find path '${full}' because it does not exist.`,
      {
        errorId: 'PathNotFound',
        category: 'ObjectNotFound',
        target: full,
      },
    );
  }
}

// What Set-Content and Add-Content share: writers are opened for the paths of the first object and kept for the next ones.

import type { CmdletContext, CmdletRun } from '../../../../src/runtime/cmdlet.ts';
import { hasWildcard } from '../../../../src/runtime/providers/path-text.ts';
import type { ContentWriter, WriteOptions } from '../../../../src/runtime/providers/provider.ts';
import type { ResolvedPath } from '../../../../src/runtime/providers/provider-session.ts';
import type { Value } from '../../../../src/runtime/values.ts';
import { nothingMatches, pathArguments, reporting, sessionOf } from './items.ts';

export function contentWriting(cmdlet: CmdletContext, append: boolean): CmdletRun {
  let writers: ContentWriter[] = [];
  let openFor: string | undefined;

  const targets = (): ResolvedPath[] => {
    const session = sessionOf(cmdlet);
    const { paths, literal } = pathArguments(cmdlet);
    const found: ResolvedPath[] = [];
    for (const path of paths) {
      reporting(cmdlet, () => {
        if (literal || !hasWildcard(path)) return void found.push(session.resolve(path));
        const matches = session.expand(path, { force: cmdlet.args.Force === true });
        if (matches.length === 0) throw nothingMatches(path, paths);
        found.push(...matches);
      });
    }
    return found;
  };
  const close = (): void => {
    const open = writers;
    writers = [];
    openFor = undefined;
    for (const writer of open) reporting(cmdlet, () => writer.close());
  };
  const open = (): void => {
    const { paths } = pathArguments(cmdlet);
    const key = paths.join('|');
    if (openFor === key) return;
    close();
    openFor = key;
    const options: WriteOptions = {
      append,
      asBytes: cmdlet.args.AsByteStream === true,
      noNewline: cmdlet.args.NoNewline === true,
      encoding: cmdlet.args.Encoding,
      force: cmdlet.args.Force === true,
    };
    for (const { provider, path } of targets()) {
      reporting(cmdlet, () => {
        const writer = provider.openWriter(cmdlet, path, options);
        if (writer) writers.push(writer);
      });
    }
  };

  return {
    process() {
      open();
      const given = cmdlet.args.Value as Value[] | undefined | null;
      const values = Array.isArray(given) ? given : [];
      for (const writer of writers) reporting(cmdlet, () => writer.write(values));
      if (cmdlet.args.PassThru && writers.length > 0) cmdlet.writeAll(values);
    },
    end: close,
    // After Ctrl+C or an error, what was written before it stays.
    dispose: close,
  };
}

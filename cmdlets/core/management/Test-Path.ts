// Test-Path.

import { defineCmdlet } from '../../../src/runtime/cmdlet.ts';
import { DotNetException } from '../../../src/runtime/errors.ts';
import { leafName } from '../../../src/runtime/providers/path-text.ts';
import { nullPath, recordOf } from '../../../src/runtime/providers/provider-errors.ts';
import type { ResolvedPath } from '../../../src/runtime/providers/provider-session.ts';
import { FileSystemInfo } from '../../../src/runtime/types/file-info.ts';
import { utcFromDate } from '../../../src/runtime/types/file-times.ts';
import { nameFilter, pathArguments, reporting, sessionOf } from './shared/items.ts';

/** What a path must not contain to be well-formed on Windows. */
const INVALID = /[<>"|\0]/;

export default defineCmdlet({
  name: 'Test-Path',
  module: 'Microsoft.PowerShell.Management',
  synopsis: 'Tells whether something exists at a path.',
  parameters: {
    Path: {
      type: 'string[]',
      mandatory: true,
      position: 0,
      pipeline: 'both',
      sets: 'Path',
      validate: [{ kind: 'allowNull' }, { kind: 'allowEmptyCollection' }, { kind: 'allowEmptyString' }],
      help: 'Path of the items; wildcard characters are allowed.',
    },
    LiteralPath: {
      type: 'string[]',
      aliases: ['PSPath', 'LP'],
      mandatory: true,
      pipeline: 'name',
      sets: 'LiteralPath',
      validate: [{ kind: 'allowNull' }, { kind: 'allowEmptyCollection' }, { kind: 'allowEmptyString' }],
      help: 'Path taken as it is, without wildcard characters.',
    },
    Filter: { type: 'string', help: 'Pattern for names in the form of the provider.' },
    Include: { type: 'string[]', help: 'Only items whose name matches one of these patterns.' },
    Exclude: { type: 'string[]', help: 'Leaves out items whose name matches one of these patterns.' },
    PathType: {
      type: 'enum',
      values: ['Any', 'Container', 'Leaf'],
      enumName: 'Microsoft.PowerShell.Commands.TestPathType',
      aliases: ['Type'],
      help: 'Kind that must be found: Any, Container or Leaf.',
    },
    IsValid: { type: 'switch', help: 'Checks the form of the path, not whether something is there.' },
    Credential: { type: 'pscredential', pipeline: 'name', help: 'Account to use; the sandbox checks none.' },
    OlderThan: { type: 'datetime', help: 'Only when written before this time.' },
    NewerThan: { type: 'datetime', help: 'Only when written after this time.' },
  },
  defaultSet: 'Path',
  outputs: ['System.Boolean'],
  examples: [{ script: 'Test-Path C:\\Windows\\nothing.txt', output: 'False' }],
  create: (cmdlet) => {
    const accepts = (found: ResolvedPath): boolean => {
      const kind = String(cmdlet.args.PathType ?? 'Any');
      if (kind !== 'Any' && found.provider.isContainer(found.path) !== (kind === 'Container')) return false;
      const item = found.provider.item(found.path);
      const written = item instanceof FileSystemInfo ? item.entry?.writtenTicks : undefined;
      if (written === undefined) return true;
      const { OlderThan: older, NewerThan: newer } = cmdlet.args;
      return (
        (older === undefined || written < utcFromDate(older)) && (newer === undefined || written > utcFromDate(newer))
      );
    };
    const exists = (path: string, literal: boolean): boolean => {
      const matches = nameFilter(cmdlet);
      try {
        const found = sessionOf(cmdlet).expand(path, { literal, force: true });
        return found.some((item) => matches(leafName(item.path)) && accepts(item));
      } catch (error) {
        if (error instanceof DotNetException) return false;
        throw error;
      }
    };
    return {
      process() {
        const { paths, literal } = pathArguments(cmdlet);
        if (paths.length === 0 && !literal) cmdlet.error(recordOf(nullPath()));
        for (const path of paths) {
          reporting(cmdlet, () => {
            if (path === null || path === undefined) throw nullPath();
            if (path.trim() === '') cmdlet.write(false);
            else cmdlet.write(cmdlet.args.IsValid ? !INVALID.test(path) : exists(path, literal));
          });
        }
      },
    };
  },
});

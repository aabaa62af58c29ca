// Get-FileHash.

import { defineCmdlet } from '../../../src/runtime/cmdlet.ts';
import { getMember } from '../../../src/runtime/members.ts';
import { failed, guardFiles } from '../../../src/runtime/providers/provider-errors.ts';
import type { ResolvedPath } from '../../../src/runtime/providers/provider-session.ts';
import { type HashName, hashBytes } from '../../../src/runtime/types/families/hashing.ts';
import { PSObject, type Value } from '../../../src/runtime/values.ts';
import { pathArguments, reporting, sessionOf } from './shared/items.ts';

function hexadecimal(bytes: Uint8Array): string {
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0').toUpperCase()).join('');
}

/** Bytes of an emulated stream that keeps them all. */
function bytesOf(stream: Value): Uint8Array {
  const array = getMember(stream, 'Buffer') ?? (stream as { bytes?: Uint8Array }).bytes;
  return array instanceof Uint8Array ? array : new Uint8Array();
}

export default defineCmdlet({
  name: 'Get-FileHash',
  module: 'Microsoft.PowerShell.Utility',
  synopsis: 'Computes the hash value of a file.',
  parameters: {
    Path: {
      type: 'string[]',
      mandatory: true,
      position: 0,
      pipeline: 'both',
      sets: 'Path',
      help: 'Path of the items; wildcard characters are allowed.',
    },
    LiteralPath: {
      type: 'string[]',
      aliases: ['PSPath', 'LP'],
      mandatory: true,
      position: 0,
      pipeline: 'name',
      sets: 'LiteralPath',
      help: 'Path taken as it is, without wildcard characters.',
    },
    InputStream: { type: 'object', mandatory: true, position: 0, sets: 'StreamParameterSet', help: 'Stream to read.' },
    Algorithm: {
      type: 'string',
      position: 1,
      validate: [{ kind: 'set', values: ['SHA1', 'SHA256', 'SHA384', 'SHA512', 'MD5'] }],
      help: 'Hash function: SHA1, SHA256, SHA384, SHA512 or MD5.',
    },
  },
  defaultSet: 'Path',
  outputs: ['Microsoft.PowerShell.Commands.FileHashInfo'],
  examples: [
    {
      setup: "Set-Content C:\\a.txt 'x' -NoNewline",
      script: '(Get-FileHash C:\\a.txt -Algorithm MD5).Hash',
      output: '9DD4E461268C8034F5C8564E155C67A6',
    },
  ],
  create: (cmdlet) => {
    const name = (): HashName => String(cmdlet.args.Algorithm ?? 'SHA256').toUpperCase() as HashName;
    const put = (bytes: Uint8Array, path: string | null): void => {
      const hash = hexadecimal(hashBytes(name(), bytes));
      cmdlet.write(PSObject.of({ Algorithm: name(), Hash: hash, Path: path }, 'Microsoft.Powershell.Utility.FileHash'));
    };
    const hashFile = ({ provider, path }: ResolvedPath): void => {
      if (provider.isContainer(path)) {
        const message = `The file '${path}' cannot be read: Access to the path '${path}' is denied.`;
        throw failed(
          'System.UnauthorizedAccessException',
          message,
          'UnauthorizedAccessError',
          'PermissionDenied',
          path,
        );
      }
      put(
        guardFiles('FileReadError', path, () => cmdlet.host.files.read(path), 'ReadError'),
        path,
      );
    };
    return {
      process() {
        if (cmdlet.args.InputStream !== undefined) return put(bytesOf(cmdlet.args.InputStream), null);
        const session = sessionOf(cmdlet);
        const { paths, literal } = pathArguments(cmdlet);
        for (const path of paths) {
          reporting(cmdlet, () => {
            const named = session.resolve(path);
            if (literal && !named.provider.exists(named.path)) throw fileNotFound(named.path, path);
            for (const found of findFiles(path, literal)) reporting(cmdlet, () => hashFile(found));
          });
        }
      },
    };
    function findFiles(path: string, literal: boolean): ResolvedPath[] {
      const session = sessionOf(cmdlet);
      const found = session.resolve(path);
      if (!/[*?[]/.test(path) && !found.provider.exists(found.path)) throw fileNotFound(found.path, path);
      return session.expand(path, { literal });
    }
  },
});

function fileNotFound(full: string, given: string): ReturnType<typeof failed> {
  const message = `Cannot find path '${full}' because it does not exist.`;
  return failed('System.Management.Automation.ItemNotFoundException', message, 'FileNotFound', 'ObjectNotFound', given);
}

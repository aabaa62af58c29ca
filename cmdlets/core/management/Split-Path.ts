// Split-Path.

import { defineCmdlet } from '../../../src/runtime/cmdlet.ts';
import {
  extensionOf,
  isNetworkPath,
  leafName,
  parentPath,
  splitDrive,
  splitProvider,
} from '../../../src/runtime/providers/path-text.ts';
import { failed } from '../../../src/runtime/providers/provider-errors.ts';
import { pathArguments, reporting, sessionOf } from './shared/items.ts';

function qualifierOf(path: string): string {
  const provider = splitProvider(path);
  if (provider) return path.slice(0, path.length - provider.rest.length);
  const drive = splitDrive(path);
  if (drive) return `${drive.drive}:`;
  throw failed(
    'System.FormatException',
    `Cannot parse path because path '${path}' does not have a qualifier specified.`,
    'ParsePathFormatError',
    'InvalidArgument',
    path,
  );
}
function withoutExtension(name: string): string {
  return name.slice(0, name.length - extensionOf(name).length);
}

export default defineCmdlet({
  name: 'Split-Path',
  module: 'Microsoft.PowerShell.Management',
  synopsis: 'Gives a part of a path.',
  parameters: {
    Path: {
      type: 'string[]',
      mandatory: true,
      position: 0,
      pipeline: 'both',
      sets: ['ParentSet', 'LeafSet', 'LeafBaseSet', 'ExtensionSet', 'QualifierSet', 'NoQualifierSet', 'IsAbsoluteSet'],
      help: 'The path to split.',
    },
    LiteralPath: {
      type: 'string[]',
      aliases: ['PSPath', 'LP'],
      mandatory: true,
      pipeline: 'name',
      sets: 'LiteralPathSet',
      help: 'Path taken as it is, without wildcard characters.',
    },
    Qualifier: {
      type: 'switch',
      mandatory: true,
      pipeline: 'name',
      sets: 'QualifierSet',
      help: 'Gives the drive only.',
    },
    NoQualifier: {
      type: 'switch',
      mandatory: true,
      pipeline: 'name',
      sets: 'NoQualifierSet',
      help: 'Gives the path without its drive.',
    },
    Parent: { type: 'switch', pipeline: 'name', sets: 'ParentSet', help: 'Gives the path without its last part.' },
    Leaf: { type: 'switch', mandatory: true, pipeline: 'name', sets: 'LeafSet', help: 'Gives the last part only.' },
    LeafBase: {
      type: 'switch',
      mandatory: true,
      pipeline: 'name',
      sets: 'LeafBaseSet',
      help: 'Gives the last part without its extension.',
    },
    Extension: {
      type: 'switch',
      mandatory: true,
      pipeline: 'name',
      sets: 'ExtensionSet',
      help: 'Gives the extension only.',
    },
    Resolve: { type: 'switch', help: 'Gives the existing items that match.' },
    IsAbsolute: { type: 'switch', mandatory: true, sets: 'IsAbsoluteSet', help: 'Tells whether the path is absolute.' },
    Credential: { type: 'pscredential', pipeline: 'name', help: 'Account to use; the sandbox checks none.' },
  },
  defaultSet: 'ParentSet',
  outputs: ['System.String', 'System.Boolean'],
  examples: [
    { script: 'Split-Path C:\\Logs\\mail.log', output: 'C:\\Logs' },
    { script: 'Split-Path C:\\Logs\\mail.log -Leaf', output: 'mail.log' },
    { script: 'Split-Path C:\\Logs\\mail.log -Qualifier', output: 'C:' },
  ],
  create: (cmdlet) => {
    const part = (path: string): string | boolean => {
      const { args } = cmdlet;
      if (args.IsAbsolute)
        return splitDrive(path) !== undefined || splitProvider(path) !== undefined || isNetworkPath(path);
      if (args.Qualifier) return qualifierOf(path);
      if (args.NoQualifier) return splitProvider(path)?.rest ?? splitDrive(path)?.rest ?? path;
      if (args.Leaf) return leafName(path);
      if (args.LeafBase) return withoutExtension(leafName(path));
      if (args.Extension) return extensionOf(leafName(path));
      return parentPath(path);
    };
    return {
      process() {
        const { paths, literal } = pathArguments(cmdlet);
        const session = sessionOf(cmdlet);
        for (const path of paths) {
          reporting(cmdlet, () => {
            const texts = cmdlet.args.Resolve
              ? session.expand(path, { literal }).map((found) => session.display(found))
              : [path];
            for (const text of texts) cmdlet.write(part(text));
          });
        }
      },
    };
  },
});

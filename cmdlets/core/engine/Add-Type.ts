// Add-Type: assemblies whose types the shell emulates are accepted; code cannot be compiled.

import { defineCmdlet } from '../../../src/runtime/cmdlet.ts';
import { joinPath } from '../../../src/runtime/providers/path-text.ts';
import { failed, recordOf } from '../../../src/runtime/providers/provider-errors.ts';
import { providersOf } from '../../../src/runtime/providers/provider-session.ts';

/** Assemblies of .NET and of Exchange that scripts load by habit. */
const KNOWN =
  /^(System(\.[\w.]+)?|Microsoft\.(VisualBasic|CSharp|PowerShell[\w.]*|Exchange[\w.]*)|PresentationFramework|PresentationCore|WindowsBase|mscorlib|netstandard)(,.*)?$/i;

export default defineCmdlet({
  name: 'Add-Type',
  module: 'Microsoft.PowerShell.Utility',
  synopsis: 'Loads an assembly.',
  description:
    'Assemblies whose types the shell knows are accepted. Source code cannot be compiled in the sandbox; script classes can be written instead.',
  parameters: {
    TypeDefinition: { type: 'string', mandatory: true, position: 0, sets: 'FromSource', help: 'Source code of types.' },
    Name: {
      type: 'string',
      mandatory: true,
      position: 0,
      sets: 'FromMember',
      help: 'Names; wildcard characters are allowed where several are meant.',
    },
    MemberDefinition: {
      type: 'string[]',
      mandatory: true,
      position: 1,
      sets: 'FromMember',
      help: 'Source code of members.',
    },
    Namespace: {
      type: 'string',
      aliases: ['NS'],
      sets: 'FromMember',
      validate: [{ kind: 'allowNull' }],
      help: 'Prefixes and namespaces as a hashtable.',
    },
    UsingNamespace: {
      type: 'string[]',
      aliases: ['Using'],
      sets: 'FromMember',
      validate: [{ kind: 'notNull' }],
      help: 'Namespaces the code uses.',
    },
    Path: {
      type: 'string[]',
      mandatory: true,
      position: 0,
      sets: 'FromPath',
      help: 'Path of the items; wildcard characters are allowed.',
    },
    LiteralPath: {
      type: 'string[]',
      aliases: ['PSPath', 'LP'],
      mandatory: true,
      sets: 'FromLiteralPath',
      help: 'Path taken as it is, without wildcard characters.',
    },
    AssemblyName: {
      type: 'string[]',
      aliases: ['AN'],
      mandatory: true,
      sets: 'FromAssemblyName',
      help: 'Names of assemblies whose types are needed.',
    },
    Language: {
      type: 'enum',
      values: ['CSharp'],
      enumName: 'Microsoft.PowerShell.Commands.Language',
      sets: ['FromSource', 'FromMember'],
      help: 'Language of the source code.',
    },
    ReferencedAssemblies: {
      type: 'string[]',
      aliases: ['RA'],
      sets: ['FromSource', 'FromMember', 'FromPath', 'FromLiteralPath'],
      help: 'Assemblies the code refers to.',
    },
    OutputAssembly: {
      type: 'string',
      aliases: ['OA'],
      sets: ['FromSource', 'FromMember', 'FromPath', 'FromLiteralPath'],
      help: 'File for the compiled assembly.',
    },
    OutputType: {
      type: 'enum',
      values: ['Library', 'ConsoleApplication', 'WindowsApplication'],
      enumName: 'Microsoft.PowerShell.Commands.OutputAssemblyType',
      aliases: ['OT'],
      sets: ['FromSource', 'FromMember', 'FromPath', 'FromLiteralPath'],
      help: 'Kind of the compiled assembly.',
    },
    PassThru: { type: 'switch', help: 'Puts out the object.' },
    IgnoreWarnings: {
      type: 'switch',
      sets: ['FromSource', 'FromMember', 'FromPath', 'FromLiteralPath'],
      help: 'Ignores warnings of the compiler.',
    },
    CompilerOptions: {
      type: 'string[]',
      sets: ['FromSource', 'FromMember', 'FromPath', 'FromLiteralPath'],
      validate: [{ kind: 'notNullOrEmpty' }],
      help: 'Options for the compiler; the sandbox compiles nothing.',
    },
  },
  defaultSet: 'FromSource',
  outputs: ['System.Type'],
  examples: [{ script: 'Add-Type -AssemblyName System.Web' }],
  create: (cmdlet) => ({
    end() {
      const names = cmdlet.args.AssemblyName as string[] | undefined;
      for (const name of names ?? []) {
        if (KNOWN.test(name)) continue;
        const path = joinPath(providersOf(cmdlet.engine).currentFolder(), `${name}.dll`);
        const message = `Cannot find path '${path}' because it does not exist.`;
        cmdlet.fail(
          recordOf(
            failed(
              'System.Management.Automation.ItemNotFoundException',
              message,
              'PathNotFound',
              'ObjectNotFound',
              path,
            ),
          ),
        );
      }
      if (names !== undefined) return;
      const message =
        'Cannot add the type: source code of .NET languages and assembly files cannot be used in the sandbox. Write a PowerShell class or enum instead.';
      cmdlet.fail(
        cmdlet.makeError(
          message,
          'COMPILER_ERRORS,SandboxHasNoCompiler',
          'NotImplemented',
          null,
          'System.InvalidOperationException',
        ),
      );
    },
  }),
});

// New-Object.

import { type CmdletContext, defineCmdlet } from '../../../src/runtime/cmdlet.ts';
import { toText } from '../../../src/runtime/convert.ts';
import { DotNetException } from '../../../src/runtime/errors.ts';
import { construct, findMember, MISSING, setMember } from '../../../src/runtime/members.ts';
import type { Dictionary } from '../../../src/runtime/types/collections/hashtable.ts';
import { type PSType, resolveType } from '../../../src/runtime/types/registry.ts';
import { PSObject, type Value } from '../../../src/runtime/values.ts';

export default defineCmdlet({
  name: 'New-Object',
  module: 'Microsoft.PowerShell.Utility',
  synopsis: 'Makes an object of a .NET type.',
  defaultSet: 'Net',
  parameters: {
    TypeName: { type: 'string', mandatory: true, position: 0, sets: 'Net', help: 'Name of the type.' },
    ArgumentList: {
      type: 'object[]',
      aliases: ['Args'],
      position: 1,
      sets: 'Net',
      validate: [{ kind: 'allowNull' }],
      help: 'Arguments of the constructor.',
    },
    Property: { type: 'hashtable', help: 'Properties to set.' },
  },
  examples: [{ script: "(New-Object System.Text.StringBuilder 'mail').Length", output: '4' }],
  create: (cmdlet) => ({
    process() {
      const object = make(cmdlet);
      if (cmdlet.args.Property !== undefined && cmdlet.args.Property !== null)
        setProperties(cmdlet, object, cmdlet.args.Property as Dictionary);
      cmdlet.write(object);
    },
  }),
});

const OBJECT_NAMES = new Set(['system.management.automation.psobject', 'system.management.automation.pscustomobject']);

/** Whether there is a constructor to ask at all: any for arguments, one that takes nothing without them. */
function canConstruct(type: PSType, count: number): boolean {
  const { constructors } = type.members;
  if (type.isArray || (count === 0 && type.isValueType)) return true;
  return count > 0 ? constructors.length > 0 : constructors.some((overload) => overload.required === 0);
}

function make(cmdlet: CmdletContext): Value {
  const name = cmdlet.args.TypeName as string;
  const type = resolveType(name);
  if (!type) {
    const message = `Cannot find type [${name}]: verify that the assembly containing this type is loaded.`;
    cmdlet.fail(
      cmdlet.makeError(
        message,
        'TypeNotFound',
        'InvalidType',
        null,
        'System.Management.Automation.PSArgumentException',
      ),
    );
  }
  const args = (cmdlet.args.ArgumentList as Value[] | undefined) ?? [];
  if (OBJECT_NAMES.has(type!.id.toLowerCase()) && args.length === 0) return new PSObject();
  if (!canConstruct(type!, args.length)) {
    const message = `A constructor was not found. Cannot find an appropriate constructor for type ${name}.`;
    const exception = 'System.Management.Automation.PSArgumentException';
    cmdlet.fail(cmdlet.makeError(message, 'CannotFindAppropriateCtor', 'ObjectNotFound', null, exception));
  }
  try {
    return construct(type!, args);
  } catch (thrown) {
    if (!(thrown instanceof DotNetException)) throw thrown;
    const message = thrown.message.replace('overload for "new"', `overload for "${type!.name}"`);
    const record = cmdlet.makeError(message, 'ConstructorInvokedThrowException', 'InvalidOperation', null, thrown.type);
    if (message === thrown.message) record.exception = thrown;
    return cmdlet.fail(record);
  }
}

function setProperties(cmdlet: CmdletContext, object: Value, properties: Dictionary): void {
  for (const [key, value] of properties.entries()) {
    const name = toText(key);
    if (object instanceof PSObject && object.base === undefined) object.set(name, value);
    else if (findMember(object, name.toLowerCase()) === MISSING) {
      const message = `The member "${name}" was not found for the specified .NET object.`;
      cmdlet.fail(
        cmdlet.makeError(
          message,
          'InvalidOperationException',
          'InvalidOperation',
          null,
          'System.InvalidOperationException',
        ),
      );
    } else setMember(object, name, value);
  }
}

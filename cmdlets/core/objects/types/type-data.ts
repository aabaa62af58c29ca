// System.Management.Automation.Runspaces.TypeData: what Get-TypeData puts out.

import { type TypeDisplay, typeDisplay } from '../../../../src/runtime/type-data.ts';
import { Hashtable } from '../../../../src/runtime/types/collections/hashtable.ts';
import { extensionTable } from '../../../../src/runtime/types/extensions.ts';
import { declareType, type PSType } from '../../../../src/runtime/types/registry.ts';
import { type PSMember, PSObject, typedArray, type Value } from '../../../../src/runtime/values.ts';

const RUNSPACES = 'System.Management.Automation.Runspaces';
let type: PSType | undefined;

export class TypeData {
  constructor(readonly typeName: string) {}

  get display(): TypeDisplay {
    return typeDisplay(this.typeName) ?? {};
  }
  get members(): Hashtable {
    const table = new Hashtable();
    for (const member of extensionTable(this.typeName)?.values() ?? []) table.set(member.name, memberData(member));
    return table;
  }
  get psType(): PSType {
    return (type ??= declareType({
      name: `${RUNSPACES}.TypeData`,
      properties: {
        'string TypeName': (data: TypeData) => data.typeName,
        'System.Collections.Hashtable Members': (data: TypeData) => data.members,
        'string DefaultDisplayProperty': (data: TypeData) => data.display.defaultDisplayProperty ?? null,
        'string[] DefaultDisplayPropertySet': (data: TypeData) => names(data.display.defaultDisplayPropertySet),
        'string[] DefaultKeyPropertySet': (data: TypeData) => names(data.display.defaultKeyPropertySet),
        'string SerializationMethod': (data: TypeData) => data.display.serializationMethod ?? null,
        'string StringSerializationSource': (data: TypeData) => data.display.stringSerializationSource ?? null,
      },
    }));
  }
  toString(): string {
    return `${RUNSPACES}.TypeData`;
  }
}

function names(list: string[] | undefined): Value {
  return list ? typedArray([...list], 'System.String') : null;
}

/** NotePropertyData, ScriptPropertyData and so on: the name with what it stands for. */
function memberData(member: PSMember): PSObject {
  const typeName = `${RUNSPACES}.${member.kind}Data`;
  if (member.kind === 'ScriptProperty') {
    return PSObject.of(
      { Name: member.name, GetScriptBlock: member.getter ?? null, SetScriptBlock: member.setter ?? null },
      typeName,
    );
  }
  return PSObject.of({ Name: member.name, Value: member.value }, typeName);
}

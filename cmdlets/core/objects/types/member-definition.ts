// Microsoft.PowerShell.Commands.MemberDefinition: what Get-Member puts out.

import { convertTo } from '../../../../src/runtime/convert.ts';
import { declareType, type PSType } from '../../../../src/runtime/types/registry.ts';

let type: PSType | undefined;

export class MemberDefinition {
  constructor(
    readonly typeName: string,
    readonly name: string,
    readonly memberType: string,
    readonly definition: string,
  ) {}

  get psType(): PSType {
    return (type ??= declareType({
      name: 'Microsoft.PowerShell.Commands.MemberDefinition',
      properties: {
        'string TypeName': (member: MemberDefinition) => member.typeName,
        'string Name': (member: MemberDefinition) => member.name,
        'System.Management.Automation.PSMemberTypes MemberType': (member: MemberDefinition) =>
          convertTo(member.memberType, 'System.Management.Automation.PSMemberTypes'),
        'string Definition': (member: MemberDefinition) => member.definition,
      },
      methods: { 'string ToString()': (member: MemberDefinition) => member.definition },
    }));
  }
  toString(): string {
    return this.definition;
  }
}

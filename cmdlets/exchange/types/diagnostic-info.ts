// What Get-ExchangeDiagnosticInfo puts out: an XML document as text in Result, which is also what it reads as.

import { declareType, type PSType, resolveType } from '../../../src/runtime/types/registry.ts';

const typeName = 'Microsoft.Exchange.Management.SystemConfigurationTasks.ExchangeDiagnosticInfoResult';

export class DiagnosticInfo {
  readonly psType: PSType;
  constructor(
    readonly identity: string,
    readonly result: string,
  ) {
    this.psType = diagnosticInfoType();
  }
  toString(): string {
    return this.result;
  }
}

export function diagnosticInfoType(): PSType {
  const known = resolveType(typeName);
  if (known) return known;
  type Self = DiagnosticInfo;
  return declareType({
    name: typeName,
    assembly: 'Microsoft.Exchange.Management, Version=15.0.0.0, Culture=neutral, PublicKeyToken=31bf3856ad364e35',
    properties: {
      'string Result': (self: Self) => self.result,
      'string Identity': (self: Self) => self.identity,
      'bool IsValid': () => true,
      'string ObjectState': () => 'New',
    },
    methods: { 'string ToString()': (self: Self) => self.result },
  });
}

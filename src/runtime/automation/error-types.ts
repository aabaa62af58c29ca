// ErrorRecord, CategoryInfo, InvocationInfo and the records of the other streams.

import { toText } from '../convert.ts';
import { type DotNetException, type ErrorCategory, type ErrorPosition, ErrorRecord } from '../errors.ts';
import type { CommandInvocationInfo } from '../invocation-info.ts';
import type { ParseErrorInfo } from '../parse-error.ts';
import { describeRecord } from '../pipeline/describe-record.ts';
import { positionMessage } from '../position-message.ts';
import type { HostInformationMessage, InformationalRecord, InformationRecord } from '../streams.ts';
import { EnumValue } from '../types/enum-value.ts';
import type { TypeSpec } from '../types/ps-type.ts';
import { knownType } from '../types/registry.ts';
import type { Value } from '../values.ts';
import { categoryText } from './category-text.ts';
import { dateFromTicks } from './dates.ts';

const M = 'System.Management.Automation';

/** `$_.CategoryInfo`: a view on the record, so that what is set shows in the record's display. */
export class ErrorCategoryInfo {
  constructor(readonly record: ErrorRecord) {}
  toString(): string {
    return categoryText(this.record);
  }
}
/** `$_.ErrorDetails` */
export class ErrorDetails {
  constructor(
    readonly message: string,
    public recommendedAction = '',
  ) {}
  toString(): string {
    return this.message;
  }
}
/** `$_.InvocationInfo.DisplayScriptPosition` and the like. */
export class ScriptPosition {
  constructor(readonly position: ErrorPosition) {}
  toString(): string {
    return this.position.text;
  }
}

function makeRecord(
  exception: DotNetException,
  errorId: string,
  category: number | EnumValue,
  target: Value,
): ErrorRecord {
  const name = new EnumValue(knownType(`${M}.ErrorCategory`), Number(category)).toString();
  return new ErrorRecord(exception, errorId, name as ErrorCategory, target);
}

export function errorTypes(): TypeSpec[] {
  const described = (record: ErrorRecord): ErrorRecord => {
    describeRecord(record);
    return record;
  };
  return [
    {
      name: `${M}.ErrorRecord`,
      constructors: {
        [`(System.Exception exception, string errorId, ${M}.ErrorCategory errorCategory, System.Object targetObject)`]:
          makeRecord,
        [`(${M}.ErrorRecord errorRecord, System.Exception replaceParentContainsErrorRecordException)`]: (
          record: ErrorRecord,
        ) => record,
      },
      properties: {
        'System.Exception Exception': (r: ErrorRecord) => r.exception,
        'System.Object TargetObject': (r: ErrorRecord) => r.target ?? null,
        [`${M}.ErrorCategoryInfo CategoryInfo`]: (r: ErrorRecord) => new ErrorCategoryInfo(described(r)),
        'string FullyQualifiedErrorId': (r: ErrorRecord) => r.fullyQualifiedErrorId,
        [`${M}.ErrorDetails ErrorDetails`]: {
          get: (r: ErrorRecord) =>
            r.details === undefined ? null : new ErrorDetails(r.details, r.recommendedAction ?? ''),
          set: (r: ErrorRecord, details: ErrorDetails | null) => {
            r.details = details?.message;
            r.recommendedAction = details?.recommendedAction;
          },
        },
        [`${M}.InvocationInfo InvocationInfo`]: (r: ErrorRecord) => r.invocation ?? null,
        'string ScriptStackTrace': (r: ErrorRecord) => (r.scriptStackTrace === '' ? null : r.scriptStackTrace),
        'System.Collections.ObjectModel.ReadOnlyCollection`1[System.Int32] PipelineIterationInfo': () => [],
      },
      extensions: { 'string PSMessageDetails': () => null },
      methods: { 'string ToString()': (r: ErrorRecord) => r.details ?? r.exception.message },
    },
    {
      name: `${M}.ErrorDetails`,
      constructors: { '(string message)': (message: string) => new ErrorDetails(message) },
      properties: {
        'string Message': (d: ErrorDetails) => d.message,
        'string RecommendedAction': {
          get: (d: ErrorDetails) => d.recommendedAction,
          set: (d: ErrorDetails, text: string) => void (d.recommendedAction = text),
        },
      },
      methods: { 'string ToString()': (d: ErrorDetails) => d.message },
    },
    {
      name: `${M}.ErrorCategoryInfo`,
      properties: {
        [`${M}.ErrorCategory Category`]: ({ record }: ErrorCategoryInfo) =>
          knownType(`${M}.ErrorCategory`).spec.enumValues?.[record.category] ?? 0,
        'string Activity': {
          get: ({ record }: ErrorCategoryInfo) => record.activity,
          set: ({ record }: ErrorCategoryInfo, text: string) => void (record.activity = text),
        },
        'string Reason': {
          get: ({ record }: ErrorCategoryInfo) => record.reason,
          set: ({ record }: ErrorCategoryInfo, text: string) => void (record.reason = text),
        },
        'string TargetName': {
          get: ({ record }: ErrorCategoryInfo) => record.targetName,
          set: ({ record }: ErrorCategoryInfo, text: string) => void (record.targetName = text),
        },
        'string TargetType': {
          get: ({ record }: ErrorCategoryInfo) => record.targetType,
          set: ({ record }: ErrorCategoryInfo, text: string) => void (record.targetType = text),
        },
      },
      methods: {
        'string ToString()': ({ record }: ErrorCategoryInfo) => categoryText(record),
        'string GetMessage()': ({ record }: ErrorCategoryInfo) => categoryText(record),
      },
    },
    invocationType(),
    {
      name: `${M}.Language.ScriptExtent`,
      interfaces: [`${M}.Language.IScriptExtent`],
      properties: {
        'string File': ({ position }: ScriptPosition) => position.file ?? null,
        'string Text': ({ position }: ScriptPosition) => position.text,
        'int StartLineNumber': ({ position }: ScriptPosition) => position.line,
        'int StartColumnNumber': ({ position }: ScriptPosition) => position.startColumn,
        'int EndColumnNumber': ({ position }: ScriptPosition) => position.endColumn,
      },
      methods: { 'string ToString()': ({ position }: ScriptPosition) => position.text },
    },
    { name: `${M}.Language.IScriptExtent`, kind: 'interface' },
    {
      name: `${M}.Language.ParseError`,
      properties: {
        'string ErrorId': ({ error }: ParseErrorInfo) => error.id,
        'string Message': ({ error }: ParseErrorInfo) => error.message,
        'bool IncompleteInput': ({ error }: ParseErrorInfo) => error.incomplete,
        'System.Object Extent': ({ position }: ParseErrorInfo) => new ScriptPosition(position),
      },
      methods: { 'string ToString()': (e: ParseErrorInfo) => e.error.message },
    },
    { name: `${M}.VariablePath`, properties: { 'string UserPath': (v: { name: string }) => v.name } },
    {
      name: `${M}.Language.TypeName`,
      properties: {
        'string Name': (t: { name: string }) => t.name,
        'string FullName': (t: { name: string }) => t.name,
      },
    },
    ...messageTypes(),
  ];
}

function invocationType(): TypeSpec {
  return {
    name: `${M}.InvocationInfo`,
    properties: {
      [`${M}.CommandInfo MyCommand`]: (i: CommandInvocationInfo) => i.myCommand ?? null,
      'System.Object BoundParameters': (i: CommandInvocationInfo) => i.boundParameters ?? null,
      'System.Object UnboundArguments': (i: CommandInvocationInfo) => i.unboundArguments ?? [],
      'int ScriptLineNumber': (i: CommandInvocationInfo) => i.position?.line ?? 0,
      'int OffsetInLine': (i: CommandInvocationInfo) => i.position?.column ?? 0,
      'long HistoryId': () => 1n,
      'string ScriptName': (i: CommandInvocationInfo) => i.scriptName ?? '',
      'string Line': (i: CommandInvocationInfo) => i.line ?? '',
      'string Statement': (i: CommandInvocationInfo) => i.position?.text ?? '',
      'string PositionMessage': (i: CommandInvocationInfo) => positionMessage(i.position),
      'string PSScriptRoot': (i: CommandInvocationInfo) => i.psScriptRoot ?? '',
      'string PSCommandPath': (i: CommandInvocationInfo) => i.psCommandPath ?? '',
      'string InvocationName': (i: CommandInvocationInfo) => i.invocationName,
      'int PipelineLength': (i: CommandInvocationInfo) => i.pipelineLength ?? 0,
      'int PipelinePosition': (i: CommandInvocationInfo) => i.pipelinePosition ?? 0,
      'bool ExpectingInput': (i: CommandInvocationInfo) => i.expectingInput ?? false,
      'string CommandOrigin': (i: CommandInvocationInfo) => i.commandOrigin ?? 'Internal',
      'System.Object DisplayScriptPosition': (i: CommandInvocationInfo) =>
        i.position === undefined ? null : new ScriptPosition(i.position),
    },
  };
}

function messageTypes(): TypeSpec[] {
  return [
    {
      name: `${M}.InformationalRecord`,
      abstract: true,
      properties: {
        'string Message': (r: InformationalRecord) => r.message,
        [`${M}.InvocationInfo InvocationInfo`]: (r: InformationalRecord & { invocation?: Value }) =>
          r.invocation ?? null,
      },
      methods: { 'string ToString()': (r: InformationalRecord) => r.message },
    },
    {
      name: `${M}.WarningRecord`,
      base: `${M}.InformationalRecord`,
      properties: { 'string FullyQualifiedWarningId': () => '' },
    },
    { name: `${M}.VerboseRecord`, base: `${M}.InformationalRecord` },
    { name: `${M}.DebugRecord`, base: `${M}.InformationalRecord` },
    {
      name: `${M}.InformationRecord`,
      properties: {
        'System.Object MessageData': (r: InformationRecord) => r.messageData,
        'string Source': (r: InformationRecord) => r.source,
        'datetime TimeGenerated': (r: InformationRecord) => dateFromTicks(r.timeGeneratedTicks),
        'System.Object Tags': (r: InformationRecord) => r.tags,
        'string User': () => '',
        'string Computer': () => '',
        'uint ProcessId': () => 4242,
      },
      methods: { 'string ToString()': (r: InformationRecord) => toText(r.messageData) },
    },
    {
      name: `${M}.HostInformationMessage`,
      properties: {
        'string Message': (m: HostInformationMessage) => m.message,
        'bool NoNewLine': (m: HostInformationMessage) => m.noNewLine,
      },
      methods: { 'string ToString()': (m: HostInformationMessage) => m.message },
    },
  ];
}

// Write-Error.

import { type CmdletContext, defineCmdlet, type ParameterDefinition } from '../../../src/runtime/cmdlet.ts';
import { DotNetException, type ErrorCategory, ErrorRecord } from '../../../src/runtime/errors.ts';
import { invocationInfo } from '../../../src/runtime/interpreter/automatic-variables.ts';
import type { Value } from '../../../src/runtime/values.ts';

const OWN_EXCEPTION = 'Microsoft.PowerShell.Commands.WriteErrorException';
const NOT_RECORD = ['NoException', 'WithException'];

const texts: Record<string, ParameterDefinition> = {
  RecommendedAction: { type: 'string', help: 'What the user might do.' },
  CategoryActivity: { type: 'string', aliases: ['Activity'], help: 'What was being done.' },
  CategoryReason: { type: 'string', aliases: ['Reason'], help: 'Why it failed.' },
  CategoryTargetName: { type: 'string', aliases: ['TargetName'], help: 'Name of what it failed on.' },
  CategoryTargetType: { type: 'string', aliases: ['TargetType'], help: 'Type of what it failed on.' },
};

export default defineCmdlet({
  name: 'Write-Error',
  module: 'Microsoft.PowerShell.Utility',
  synopsis: 'Writes an error.',
  defaultSet: 'NoException',
  parameters: {
    Exception: {
      type: 'System.Exception',
      mandatory: true,
      position: 0,
      sets: 'WithException',
      help: 'The exception that is reported.',
    },
    Message: {
      type: 'string',
      aliases: ['Msg'],
      validate: [{ kind: 'allowNull' }, { kind: 'allowEmptyString' }],
      sets: { NoException: { mandatory: true, position: 0, pipeline: 'value' }, WithException: {} },
      help: 'The text.',
    },
    ErrorRecord: {
      type: 'System.Management.Automation.ErrorRecord',
      mandatory: true,
      position: 0,
      sets: 'ErrorRecord',
      help: 'The record to report again.',
    },
    Category: { type: 'System.Management.Automation.ErrorCategory', sets: NOT_RECORD, help: 'Kind of error.' },
    ErrorId: { type: 'string', sets: NOT_RECORD, help: 'Id of the error.' },
    TargetObject: { type: 'object', sets: NOT_RECORD, help: 'What the error is about.' },
    ...texts,
  },
  examples: [
    { script: 'Write-Error \'No such queue\' -ErrorAction SilentlyContinue; "$($Error[0])"', output: 'No such queue' },
  ],
  create: (cmdlet) => ({
    process() {
      const record = makeRecord(cmdlet);
      applyTexts(cmdlet, record);
      bindToCaller(cmdlet, record);
      cmdlet.error(record);
    },
  }),
});

function makeRecord(cmdlet: CmdletContext): ErrorRecord {
  const { args } = cmdlet;
  if (args.ErrorRecord !== undefined) {
    const given = args.ErrorRecord as ErrorRecord;
    const copy = new ErrorRecord(given.exception, given.errorId, given.category, given.target);
    copy.reason = given.reason;
    copy.targetName = given.targetName;
    copy.targetType = given.targetType;
    copy.details = given.details;
    return copy;
  }
  const message = args.Message as string | undefined;
  const given = args.Exception as DotNetException | undefined;
  const exception = given ?? new DotNetException(OWN_EXCEPTION, message ?? '');
  const category = (args.Category === undefined ? 'NotSpecified' : String(args.Category)) as ErrorCategory;
  const record = new ErrorRecord(
    exception,
    (args.ErrorId as string | undefined) ?? exception.type,
    category,
    (args.TargetObject as Value) ?? null,
  );
  if (given && message !== undefined) record.details = message;
  return record;
}

function applyTexts(cmdlet: CmdletContext, record: ErrorRecord): void {
  const { args } = cmdlet;
  record.activity = (args.CategoryActivity as string | undefined) ?? 'Write-Error';
  if (args.CategoryReason !== undefined) record.reason = args.CategoryReason as string;
  if (args.CategoryTargetName !== undefined) record.targetName = args.CategoryTargetName as string;
  if (args.CategoryTargetType !== undefined) record.targetType = args.CategoryTargetType as string;
  if (args.RecommendedAction !== undefined) record.recommendedAction = args.RecommendedAction as string;
}

/** The error is the caller's: its name and the place where it was called stand in the record. */
function bindToCaller(cmdlet: CmdletContext, record: ErrorRecord): void {
  let frame = cmdlet.engine.frame;
  while (frame && !frame.invocation) frame = frame.caller;
  if (!frame) return;
  const invocation = invocationInfo(frame);
  record.invocation = invocation;
  if (invocation.myCommandName !== '') record.commandType = invocation.myCommandName;
}

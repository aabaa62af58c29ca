// DetailedView and Get-Error: an error record with everything in it, indented.

import type { DotNetException, ErrorRecord } from '../runtime/errors.ts';
import { categoryMessage, positionMessage } from '../runtime/position-message.ts';
import { fieldText } from './field-text.ts';
import type { ReadOptions } from './read-value.ts';

type Field = [label: string, value: string | Field[]];

const INDENT = '    ';

export function detailedError(record: ErrorRecord, read: ReadOptions): string {
  return render(recordFields(record, read), '').join('\n');
}

function recordFields(record: ErrorRecord, read: ReadOptions): Field[] {
  const fields: Field[] = [['Exception', exceptionFields(record.exception)]];
  if (record.target !== null && record.target !== undefined)
    fields.push(['TargetObject', fieldText(record.target, {}, read)]);
  fields.push(['CategoryInfo', categoryMessage(record)], ['FullyQualifiedErrorId', record.fullyQualifiedErrorId]);
  if (record.details !== undefined) fields.push(['ErrorDetails', record.details]);
  if (record.invocation) fields.push(['InvocationInfo', invocationFields(record)]);
  if (record.scriptStackTrace !== '') fields.push(['ScriptStackTrace', record.scriptStackTrace]);
  return fields;
}

function exceptionFields(exception: DotNetException): Field[] {
  const fields: Field[] = [
    ['Type', exception.type],
    ['Message', exception.message],
  ];
  if (exception.options.inner) fields.push(['InnerException', exceptionFields(exception.options.inner)]);
  const code = exception.options.properties?.HResult;
  fields.push(['HResult', code === undefined ? '-2146233087' : String(code)]);
  return fields;
}

function invocationFields(record: ErrorRecord): Field[] {
  const { invocation } = record;
  const position = invocation!.position;
  const fields: Field[] = [];
  if (invocation!.myCommandName !== '') fields.push(['MyCommand', invocation!.myCommandName]);
  if (position) {
    fields.push(
      ['ScriptLineNumber', String(position.line)],
      ['OffsetInLine', String(position.column)],
      ['HistoryId', '1'],
    );
    if (position.file !== undefined) fields.push(['ScriptName', position.file]);
    fields.push(
      ['Line', position.lineText],
      ['Statement', position.text],
      ['PositionMessage', positionMessage(position)],
    );
  }
  if (invocation!.invocationName !== '') fields.push(['InvocationName', invocation!.invocationName]);
  fields.push(['CommandOrigin', invocation!.commandOrigin ?? 'Internal']);
  return fields;
}

function render(fields: readonly Field[], indent: string): string[] {
  const width = fields.reduce((most, [label]) => Math.max(most, label.length), 0);
  const lines: string[] = [];
  for (const [label, value] of fields) {
    const head = `${indent}${label.padEnd(width)} : `;
    if (typeof value !== 'string') {
      lines.push(head, ...render(value, indent + INDENT));
      continue;
    }
    const parts = value.split('\n');
    lines.push(head + parts[0]);
    for (const part of parts.slice(1)) lines.push(' '.repeat(head.length) + part);
  }
  return lines;
}

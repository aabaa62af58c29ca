// How error records look: $ErrorView NormalView (the default here), ConciseView, CategoryView, DetailedView.

import { ExternalScriptInfo, ScriptInfo } from '../runtime/command-info.ts';
import type { ErrorRecord } from '../runtime/errors.ts';
import { categoryMessage, markedLine, positionMessage } from '../runtime/position-message.ts';
import { detailedError } from './error-detail.ts';
import type { ReadOptions } from './read-value.ts';
import { wrapText } from './wrap-text.ts';

/** Records that carry what a native program wrote. */
const NATIVE_IDS = new Set(['NativeCommandErrorMessage', 'NativeCommandError']);

export function errorText(record: ErrorRecord, read: ReadOptions): string {
  switch (read.errorView.toLowerCase()) {
    case 'categoryview':
      return categoryMessage(record);
    case 'conciseview':
      return conciseError(record);
    case 'detailedview':
      return detailedError(record, read);
    default:
      return normalError(record);
  }
}

function messageOf(record: ErrorRecord): string {
  return record.details ?? record.exception.message;
}

function normalError(record: ErrorRecord): string {
  if (NATIVE_IDS.has(record.fullyQualifiedErrorId)) return messageOf(record).trimEnd();
  const name = commandName(record);
  const lines = [`${name === '' ? '' : `${name} : `}${messageOf(record)}`.replace(/[\r\n]+$/, '')];
  const position = positionMessage(record.invocation?.position);
  if (position !== '') lines.push(position);
  lines.push(
    `+ CategoryInfo          : ${categoryMessage(record)}`,
    `+ FullyQualifiedErrorId : ${record.fullyQualifiedErrorId}`,
  );
  return lines.join('\n');
}

/** Name of the command as it was called; script files show their path, script blocks their text. */
function commandName(record: ErrorRecord): string {
  const { invocation } = record;
  if (!invocation) return '';
  const command = invocation.myCommand;
  if (command instanceof ExternalScriptInfo) return command.path;
  if (command instanceof ScriptInfo) return command.scriptBlock.toString().replace(/^[\r\n]+/, '');
  const called = invocation.invocationName;
  const byOperator = called === '' || called === '&' || called === '.';
  return byOperator || isBindingError(record) ? invocation.myCommandName : called;
}

/** A command line that could not be bound is reported under the command's own name, not an alias. */
function isBindingError(record: ErrorRecord): boolean {
  return record.exception.type.startsWith('System.Management.Automation.ParameterBinding');
}

const WRAP_WIDTH = 72;

function conciseError(record: ErrorRecord): string {
  const message = messageOf(record);
  const title = errorTitle(record);
  const position = record.invocation?.position;
  if (!position || position.file === undefined) return `${title}: ${message}`;
  const number = String(position.line).padStart(4);
  const { text, marks } = markedLine(position);
  const margin = '     | ';
  const body = wrapText(message.replace(/\r\n|\r|\n/g, ' '), WRAP_WIDTH, WRAP_WIDTH).map(
    (line, index, all) => margin + (index < all.length - 1 ? line.replace(/ $/, '') : line),
  );
  const lines = [
    `${title}: ${position.file}:${position.line}`,
    'Line |',
    `${number} |  ${text}`,
    `${margin} ${marks}`,
    ...body,
  ];
  if (record.recommendedAction) lines.push(`  Recommendation: ${record.recommendedAction}`);
  return lines.join('\n');
}

/** The command, else the category, else the exception. */
function errorTitle(record: ErrorRecord): string {
  const command = record.invocation?.myCommandName ?? '';
  if (command !== '') return command;
  if (record.category === 'OperationStopped') return 'Exception';
  if (record.category !== 'NotSpecified') return record.category;
  const type = record.exception.type;
  return type.slice(type.lastIndexOf('.') + 1);
}

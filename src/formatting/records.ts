// Objects that print as a text of their own wherever they come: error records and the records of the other streams.

import { toText } from '../runtime/convert.ts';
import { ErrorRecord } from '../runtime/errors.ts';
import { ScriptBlock } from '../runtime/script-block.ts';
import {
  HostInformationMessage,
  InformationalRecord,
  InformationRecord,
  VerboseRecord,
  WarningRecord,
} from '../runtime/streams.ts';
import { PSObject, type Value } from '../runtime/values.ts';
import { errorText } from './error-view.ts';
import type { ReadOptions } from './read-value.ts';

/** The text; undefined for objects that are shown by views. */
export function outOfBandText(value: Value, read: ReadOptions): string | undefined {
  if (typeof value !== 'object' || value === null) return undefined;
  if (value instanceof PSObject) return value.base !== undefined ? outOfBandText(value.base, read) : undefined;
  if (value instanceof ErrorRecord) return decorated(errorText(value, read), read);
  if (value instanceof InformationalRecord) return (read.terminal ? prefixOf(value) : '') + value.message;
  if (value instanceof InformationRecord) return toText(value.messageData);
  if (value instanceof HostInformationMessage) return value.message;
  return value instanceof ScriptBlock ? value.toString() : undefined;
}

function prefixOf(record: InformationalRecord): string {
  if (record instanceof WarningRecord) return 'WARNING: ';
  return record instanceof VerboseRecord ? 'VERBOSE: ' : 'DEBUG: ';
}

function decorated(text: string, { decoration }: ReadOptions): string {
  return decoration ? text.split('\n').map(decoration.error).join('\n') : text;
}

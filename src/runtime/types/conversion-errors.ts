// Errors of conversions: a RuntimeException around a PSInvalidCastException around the cause, as ConvertTo throws them.

import { toText } from '../convert.ts';
import { cultureText } from '../culture-text.ts';
import { DotNetException } from '../errors.ts';
import type { Value } from '../values.ts';
import { type PSType, typeOf } from './registry.ts';

function castException(message: string, errorId: string, cause?: DotNetException): DotNetException {
  const inner = new DotNetException('System.Management.Automation.PSInvalidCastException', message, {
    inner: cause,
    errorId,
    category: 'InvalidArgument',
  });
  return new DotNetException('System.Management.Automation.RuntimeException', message, {
    inner,
    errorId,
    category: 'InvalidArgument',
  });
}

/** Cannot convert value "x" to type "T". Error: "…" */
export function castFailure(value: Value, type: PSType, cause: DotNetException, errorId: string): DotNetException {
  return castException(
    `Cannot convert value "${cultureText(value)}" to type "${type.id}". Error: "${cause.message}"`,
    errorId,
    cause,
  );
}

/** Cannot convert the "x" value of type "S" to type "T". */
export function noConversion(
  value: Value,
  type: PSType,
  errorId = 'ConvertToFinalInvalidCastException',
): DotNetException {
  const text = Array.isArray(value) ? (typeOf(value)?.id ?? '') : toText(value);
  return castException(
    `Cannot convert the "${text}" value of type "${typeOf(value)?.id ?? 'null'}" to type "${type.id}".`,
    errorId,
  );
}

export function nullConversion(type: PSType): DotNetException {
  return castException(`Cannot convert null to type "${type.id}".`, 'nullToObjectInvalidCast');
}

export function castMessage(message: string, errorId: string, cause?: DotNetException): DotNetException {
  return castException(message, errorId, cause);
}

/** The PSInvalidCastException in a failed conversion, for messages that quote it. */
export function conversionCause(error: DotNetException): DotNetException {
  return error.options.inner?.type === 'System.Management.Automation.PSInvalidCastException'
    ? error.options.inner
    : error;
}

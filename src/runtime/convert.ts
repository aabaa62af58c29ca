// Conversions between types as PowerShell's LanguagePrimitives makes them. Details lie in types/conversion-*.ts.

import type { PSType } from './types/registry.ts';
import type { Value } from './values.ts';

export interface TextOptions {
  /** $OFS; a blank by default. */
  separator?: string;
}

export function toBool(_value: Value): boolean {
  throw new Error('being written');
}
/** PowerShell's string conversion (`"$x"`, `[string]$x`): invariant culture, elements of arrays joined by $OFS. */
export function toText(_value: Value, _options?: TextOptions): string {
  throw new Error('being written');
}
/** Converts or throws a DotNetException (PSInvalidCastException) with the reference's text and error id. */
export function convertTo(_value: Value, _type: PSType | string): Value {
  throw new Error('being written');
}
export function tryConvertTo(_value: Value, _type: PSType | string): { value: Value } | undefined {
  throw new Error('being written');
}
export function toInt32(_value: Value): number {
  throw new Error('being written');
}
export function toDouble(_value: Value): number {
  throw new Error('being written');
}

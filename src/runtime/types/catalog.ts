// Which family declares which type. A family is evaluated when one of its names is first asked for.

import type { TypeSpec } from './ps-type.ts';

export type Family = () => TypeSpec[];

export function familyOf(_lowerName: string): Family | undefined {
  return undefined;
}

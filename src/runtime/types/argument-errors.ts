// ArgumentOutOfRangeException in the forms .NET's checks throw it.

import { DotNetException } from '../errors.ts';

function outOfRange(parameter: string, actual: number | bigint, rule: string): DotNetException {
  return new DotNetException(
    'System.ArgumentOutOfRangeException',
    `${parameter} ('${actual}') ${rule} (Parameter '${parameter}')\nActual value was ${actual}.`,
    {
      properties: { ParamName: parameter, ActualValue: actual },
    },
  );
}
export function negative(parameter: string, actual: number | bigint): DotNetException {
  return outOfRange(parameter, actual, 'must be a non-negative value.');
}
export function greater(parameter: string, actual: number | bigint, limit: number | bigint): DotNetException {
  return outOfRange(parameter, actual, `must be less than or equal to '${limit}'.`);
}
export function checkNonNegative(parameter: string, value: number): void {
  if (value < 0) throw negative(parameter, value);
}

// Which exceptions a `catch [type]` takes.

import type { DotNetException } from '../errors.ts';
import { type PSType, resolveType, typeOf } from '../types/registry.ts';

/** Steps from the exception's class up to `type`: 0 for the same, undefined when it does not derive from it. */
export function exceptionIsOf(exception: DotNetException, type: PSType): number | undefined {
  const own = exception.options.object !== undefined ? typeOf(exception.options.object) : resolveType(exception.type);
  if (own === undefined) return type.id === exception.type ? 0 : type.id === 'System.Exception' ? 1000 : undefined;
  let distance = 0;
  for (let current: PSType | undefined = own; current !== undefined; current = current.base) {
    if (current === type) return distance;
    distance++;
  }
  return type.isInterface && type.isAssignableFrom(own) ? distance : undefined;
}

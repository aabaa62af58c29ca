// Text of objects that are no primitives: custom objects, types, and whatever has a ToString of its own.

import { elementText, toText } from '../convert.ts';
import { isEnumerable } from '../enumerate.ts';
import { DotNetException } from '../errors.ts';
import { currentCulture, formatValue } from '../operators/format.ts';
import { addedMembers, type PSMember, PSObject, type Value } from '../values.ts';
import { acceleratorFor } from './accelerators.ts';
import { callScriptBlock } from './callable.ts';
import { DictionaryEntry } from './collections/hashtable.ts';
import { PSType, typeOf } from './registry.ts';

/** What `"$object"` gives. */
export function objectText(value: object): string {
  const members = value instanceof PSObject ? value.members : addedMembers(value)?.members;
  const own = members?.get('tostring');
  if (own?.kind === 'ScriptMethod') return toText(callScriptBlock(own.value, { this: value, args: [] }).at(-1));
  if (value instanceof PSObject) return value.base !== undefined ? toText(value.base) : customObjectText(value);
  if (value instanceof PSType) return typeText(value);
  if (value instanceof DotNetException) return exceptionText(value);
  return plainText(value);
}

/** ToString() of .NET: the class's own text, else the type's name. */
export function plainText(value: object): string {
  if (value instanceof DictionaryEntry) return `[${dotNetText(value.key)}, ${dotNetText(value.value)}]`;
  if (value.toString !== Object.prototype.toString && !Array.isArray(value)) return String(value);
  return typeOf(value)?.id ?? 'System.Object';
}

/** Object.ToString() as a method call gives it: current culture, and only the type's name of collections. */
export function dotNetText(value: Value): string {
  if (value === null || value === undefined) return '';
  if (typeof value === 'string') return value;
  if (typeof value !== 'object') return formatValue(value, null, currentCulture());
  if (Array.isArray(value)) return typeOf(value)?.id ?? '';
  if (value instanceof PSType) return value.id;
  if (value instanceof PSObject || value instanceof DotNetException) return objectText(value);
  const formatted = formatValue(value, null, currentCulture());
  return formatted;
}

/** `@{Name=x; Size=5}` */
function customObjectText(object: PSObject): string {
  const parts: string[] = [];
  for (const member of object.members.values()) {
    if (
      member.kind === 'NoteProperty' ||
      member.kind === 'ScriptProperty' ||
      member.kind === 'AliasProperty' ||
      member.kind === 'CodeProperty'
    ) {
      parts.push(`${member.name}=${memberText(object, member)}`);
    }
  }
  return parts.length === 0 ? '' : `@{${parts.join('; ')}}`;
}
function memberText(object: PSObject, member: PSMember): string {
  let value: Value = member.value;
  if (member.kind === 'ScriptProperty') value = callScriptBlock(member.getter, { this: object, args: [] }).at(-1);
  else if (member.kind === 'AliasProperty') value = object.get(String(member.value));
  else if (member.kind === 'CodeProperty') value = (member.getter as unknown as (o: PSObject) => Value)(object);
  if (typeof value === 'object' && value !== null && isEnumerable(value)) return elementText(value);
  // A custom object inside another one shows nothing: its own ToString() is empty.
  if (value instanceof PSObject && value.base === undefined && value.members.get('tostring') === undefined) return '';
  return toText(value);
}

/** `[int]` as text is `int`, of a generic type `System.Collections.Generic.List[int]`. */
export function typeText(type: PSType): string {
  if (type.elementType) return `${typeText(type.elementType)}[${','.repeat(type.rank - 1)}]`;
  if (type.typeArguments.length > 0) {
    const name = type.spec.name.replace(/`\d+$/, '');
    return `${name}[${type.typeArguments.map(typeText).join(',')}]`;
  }
  return acceleratorFor(type.spec.name) ?? type.spec.name;
}

/** Exception.ToString(): type and message, inner exceptions after `--->`. */
export function exceptionText(exception: DotNetException): string {
  const head = `${exception.type}: ${exception.message}`;
  const inner = exception.options.inner;
  return inner ? `${head}\n ---> ${exceptionText(inner)}\n   --- End of inner exception stack trace ---` : head;
}

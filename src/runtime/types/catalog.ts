// Which family declares which type. A family is evaluated when one of its names is first asked for.

import { automationTypes } from '../automation/automation-types.ts';
import { SERIALIZER_TYPE_NAMES, serializerTypes } from '../clixml/serializer-type.ts';
import { PROVIDER_TYPE_NAMES, providerTypes } from '../providers/provider-types.ts';
import { arrayTypes } from './families/array-types.ts';
import { convertTypes } from './families/convert-type.ts';
import { credentialTypes } from './families/credentials.ts';
import { cultureTypes } from './families/culture.ts';
import { dateTypes } from './families/date-types.ts';
import { dayTypes } from './families/day-types.ts';
import { dictionaryTypes } from './families/dictionary-types.ts';
import { enumNames, enumTypes } from './families/enum.ts';
import { environmentTypes } from './families/environment.ts';
import { exceptionNames, exceptionTypes } from './families/exceptions.ts';
import { fileTypes } from './families/file-types.ts';
import { hashTypes } from './families/hashing.ts';
import { ipTypes } from './families/ip-address.ts';
import { linqTypes } from './families/linq.ts';
import { listTypes } from './families/list-types.ts';
import { mathTypes } from './families/math.ts';
import { numberTypes } from './families/numbers.ts';
import { objectTypes } from './families/object.ts';
import { powerShellTypes } from './families/powershell-types.ts';
import { regexTypes } from './families/regex-types.ts';
import { setTypes } from './families/set-types.ts';
import { stringTypes } from './families/string.ts';
import { textTypes } from './families/text-types.ts';
import { timeZoneTypes } from './families/time-zone.ts';
import { tupleNames, tupleTypes } from './families/tuple.ts';
import { typeTypes } from './families/type-types.ts';
import { uriTypes } from './families/uri.ts';
import { valueObjectTypes } from './families/value-objects.ts';
import { xmlTypes } from './families/xml-types.ts';
import { FILE_INFO_TYPE_NAMES, fileInfoTypes } from './file-info.ts';
import type { TypeSpec } from './ps-type.ts';

export type Family = () => TypeSpec[];

/** Families by what their names begin with, or their names one by one; the first that declares a name wins. */
const BASIC: Family[] = [
  objectTypes,
  stringTypes,
  numberTypes,
  mathTypes,
  arrayTypes,
  listTypes,
  dictionaryTypes,
  typeTypes,
  powerShellTypes,
  automationTypes,
  regexTypes,
  cultureTypes,
  dateTypes,
  dayTypes,
  timeZoneTypes,
  convertTypes,
  credentialTypes,
  environmentTypes,
  fileTypes,
  hashTypes,
  ipTypes,
  linqTypes,
  setTypes,
  textTypes,
  uriTypes,
  valueObjectTypes,
  xmlTypes,
];

let byName: Map<string, Family> | undefined;
/** Names as they are written, for completion. */
const names: string[] = [];

function build(): Map<string, Family> {
  const map = new Map<string, Family>();
  const put = (name: string, family: Family): void => {
    const lower = name.toLowerCase();
    if (map.has(lower)) return;
    map.set(lower, family);
    names.push(name);
  };
  for (const family of BASIC) {
    const specs = family();
    const cached = (): TypeSpec[] => specs;
    for (const spec of specs) put(spec.name, cached);
  }
  for (const name of enumNames()) put(name, enumTypes);
  for (const name of exceptionNames()) put(name, exceptionTypes);
  for (const name of tupleNames()) put(name, tupleTypes);
  for (const name of FILE_INFO_TYPE_NAMES) put(name, fileInfoTypes);
  for (const name of PROVIDER_TYPE_NAMES) put(name, providerTypes);
  for (const name of SERIALIZER_TYPE_NAMES) put(name, serializerTypes);
  return map;
}

export function familyOf(lowerName: string): Family | undefined {
  byName ??= build();
  return byName.get(lowerName);
}

export function typeCatalogNames(): readonly string[] {
  byName ??= build();
  return names;
}

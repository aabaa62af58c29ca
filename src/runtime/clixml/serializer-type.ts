// [System.Management.Automation.PSSerializer]

import type { TypeSpec } from '../types/ps-type.ts';
import type { Value } from '../values.ts';
import { readClixml } from './reader.ts';
import { writeClixml } from './writer.ts';

const DEFAULT_DEPTH = 1;

export const SERIALIZER_TYPE_NAMES = ['System.Management.Automation.PSSerializer'];

export function serializerTypes(): TypeSpec[] {
  return [
    {
      name: 'System.Management.Automation.PSSerializer',
      kind: 'static',
      staticMethods: {
        'string Serialize(System.Object source)': (source: Value) => writeClixml([source], DEFAULT_DEPTH),
        'string Serialize(System.Object source, int depth)': (source: Value, depth: number) =>
          writeClixml([source], depth),
        'System.Object Deserialize(string source)': (text: string) => {
          const objects = readClixml(text);
          return objects.length === 1 ? objects[0] : objects;
        },
      },
    },
  ];
}

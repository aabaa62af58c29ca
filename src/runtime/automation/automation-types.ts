// The .NET types of the engine's own objects (System.Management.Automation), as scripts see them.

import type { TypeSpec } from '../types/ps-type.ts';
import { astTypes } from './ast-objects.ts';
import { attributeTypes } from './attribute-types.ts';
import { commandTypes } from './command-types.ts';
import { completionTypes } from './completion-types.ts';
import { dnsTypes } from './dns-types.ts';
import { errorTypes } from './error-types.ts';
import { jobTypes } from './job-types.ts';
import { moduleTypes } from './module-types.ts';
import { scriptBlockTypes } from './script-block-types.ts';
import { sessionTypes } from './session-types.ts';

export function automationTypes(): TypeSpec[] {
  return [
    ...errorTypes(),
    ...scriptBlockTypes(),
    ...commandTypes(),
    ...moduleTypes(),
    ...jobTypes(),
    ...sessionTypes(),
    ...attributeTypes(),
    ...astTypes(),
    ...completionTypes(),
    ...dnsTypes(),
  ];
}

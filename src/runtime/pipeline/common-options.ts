// Values of the common parameters of one command (about_CommonParameters).

import { toBool, toText } from '../convert.ts';
import { DotNetException } from '../errors.ts';
import { EnumValue } from '../types/enum-value.ts';
import type { Value } from '../values.ts';

export type ActionPreference = 'silentlycontinue' | 'stop' | 'continue' | 'inquire' | 'ignore' | 'suspend' | 'break';

const ACTION_NAMES: ActionPreference[] = [
  'silentlycontinue',
  'stop',
  'continue',
  'inquire',
  'ignore',
  'suspend',
  'break',
];

export interface CommonOptions {
  errorAction?: ActionPreference;
  warningAction?: ActionPreference;
  informationAction?: ActionPreference;
  progressAction?: ActionPreference;
  verbose?: boolean;
  debug?: boolean;
  whatIf?: boolean;
  confirm?: boolean;
  errorVariable?: string;
  warningVariable?: string;
  informationVariable?: string;
  outVariable?: string;
  pipelineVariable?: string;
}

/** A preference as its lower-case name; Continue for what is none. */
export function actionPreference(value: Value): ActionPreference {
  if (typeof value === 'number') return ACTION_NAMES[value] ?? 'continue';
  if (value instanceof EnumValue) return ACTION_NAMES[Number(value.value)] ?? 'continue';
  const name = toText(value ?? 'Continue').toLowerCase();
  const found =
    ACTION_NAMES.find((candidate) => candidate === name) ??
    ACTION_NAMES.find((candidate) => candidate.startsWith(name));
  return found ?? 'continue';
}

const FIELDS: Record<string, keyof CommonOptions> = {
  erroraction: 'errorAction',
  warningaction: 'warningAction',
  informationaction: 'informationAction',
  progressaction: 'progressAction',
  verbose: 'verbose',
  debug: 'debug',
  whatif: 'whatIf',
  confirm: 'confirm',
  errorvariable: 'errorVariable',
  warningvariable: 'warningVariable',
  informationvariable: 'informationVariable',
  outvariable: 'outVariable',
  pipelinevariable: 'pipelineVariable',
};

/** The common parameters among what was bound. */
export function commonOptions(bound: ReadonlyMap<string, Value>): CommonOptions {
  const options: Record<string, unknown> = {};
  for (const [name, value] of bound) {
    const field = FIELDS[name.toLowerCase()];
    if (field === undefined) continue;
    if (field.endsWith('Action')) options[field] = actionPreference(value);
    else if (field.endsWith('Variable')) options[field] = toText(value);
    else options[field] = toBool(value);
  }
  if (options.errorAction === 'suspend') {
    throw new DotNetException(
      'System.NotSupportedException',
      'The value Suspend is not supported for an ActionPreference variable. The provided value should be used only as a value for a preference parameter, and has been replaced by the default value. For more information, see the Help topic, "about_Preference_Variables."',
    );
  }
  return options as CommonOptions;
}

// Inside of an advanced function, the common parameters it was called with are its preference variables.

import { convertTo } from '../convert.ts';
import type { Frame } from '../interpreter/frame.ts';
import { PSVariable } from '../scope.ts';
import type { Value } from '../values.ts';
import type { ActionPreference, CommonOptions } from './common-options.ts';

const NAMES: Record<string, string> = {
  silentlycontinue: 'SilentlyContinue',
  stop: 'Stop',
  continue: 'Continue',
  inquire: 'Inquire',
  ignore: 'Ignore',
  suspend: 'Suspend',
  break: 'Break',
};

export function applyCommonVariables(frame: Frame, options: CommonOptions): void {
  const action = (name: string, preference: ActionPreference | undefined): void => {
    if (preference !== undefined)
      set(frame, name, convertTo(NAMES[preference], 'System.Management.Automation.ActionPreference'));
  };
  action('ErrorActionPreference', options.errorAction);
  action('WarningPreference', options.warningAction);
  action('InformationPreference', options.informationAction);
  action('ProgressPreference', options.progressAction);
  if (options.verbose !== undefined) action('VerbosePreference', options.verbose ? 'continue' : 'silentlycontinue');
  if (options.debug !== undefined) action('DebugPreference', options.debug ? 'continue' : 'silentlycontinue');
  if (options.whatIf !== undefined) set(frame, 'WhatIfPreference', options.whatIf);
  if (options.confirm !== undefined)
    set(
      frame,
      'ConfirmPreference',
      convertTo(options.confirm ? 'Low' : 'None', 'System.Management.Automation.ConfirmImpact'),
    );
}

function set(frame: Frame, name: string, value: Value): void {
  frame.scope.put(name.toLowerCase(), new PSVariable(name, value));
}

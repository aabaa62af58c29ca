// The variables a session starts with (about_Automatic_Variables, about_Preference_Variables).

import { convertTo } from './convert.ts';
import type { Engine } from './engine.ts';
import { DotNetException } from './errors.ts';
import { getStatic } from './members.ts';
import { PSStyle } from './ps-style.ts';
import { PSVariable, ScopedItemOptions, type VariableConstraint } from './scope.ts';
import { ExecutionContext, PSHost } from './session-objects.ts';
import { Hashtable } from './types/collections/hashtable.ts';
import { ArrayList } from './types/collections/list.ts';
import { knownType } from './types/registry.ts';
import type { Value } from './values.ts';

const { ReadOnly, Constant, AllScope, None } = ScopedItemOptions;

interface Definition {
  name: string;
  value: Value | (() => Value);
  options?: number;
  description?: string;
  /** Full name of the type the variable keeps. */
  type?: string;
}

const ACTION = 'System.Management.Automation.ActionPreference';

function definitions(engine: Engine): Definition[] {
  const { host } = engine;
  const environment = (name: string): string => host.environment.get(name) ?? '';
  return [
    { name: 'Error', value: new ArrayList(), options: Constant },
    {
      name: 'PSVersionTable',
      value: versionTable,
      options: Constant | AllScope,
      description: 'Version information for current PowerShell session',
    },
    {
      name: 'PSEdition',
      value: 'Core',
      options: Constant | AllScope,
      description: 'Edition information for the current PowerShell session',
    },
    {
      name: 'Host',
      value: () => new PSHost(engine),
      options: Constant | AllScope,
      description: 'A reference to the host of the current runspace',
    },
    {
      name: 'PSStyle',
      value: () => new PSStyle(),
      options: Constant | AllScope,
      description: 'Configuration controlling how text is rendered.',
    },
    { name: 'ExecutionContext', value: () => new ExecutionContext(engine), options: Constant | AllScope },
    { name: 'PID', value: 4242, options: Constant | AllScope, description: 'Current process ID' },
    {
      name: 'HOME',
      value: () => environment('USERPROFILE'),
      options: ReadOnly | AllScope,
      description: "Folder containing the current user's profile",
    },
    {
      name: 'PSHOME',
      value: 'C:\\Program Files\\PowerShell\\7',
      options: Constant | AllScope,
      description: 'Parent folder of the host application of the current runspace',
    },
    {
      name: 'ShellId',
      value: 'Microsoft.PowerShell',
      options: Constant | AllScope,
      description: 'The ShellID identifies the current shell',
    },
    {
      name: 'PSCulture',
      value: host.culture,
      options: ReadOnly | AllScope,
      description: 'Culture of the current PowerShell session',
    },
    {
      name: 'PSUICulture',
      value: host.uiCulture,
      options: ReadOnly | AllScope,
      description: 'UI culture of the current PowerShell session',
    },
    { name: 'IsWindows', value: true, options: Constant | AllScope },
    { name: 'IsLinux', value: false, options: Constant | AllScope },
    { name: 'IsMacOS', value: false, options: Constant | AllScope },
    { name: 'IsCoreCLR', value: true, options: Constant | AllScope },
    { name: 'EnabledExperimentalFeatures', value: () => [], options: Constant | AllScope },
    {
      name: 'PROFILE',
      value: () => `${environment('USERPROFILE')}\\Documents\\PowerShell\\Microsoft.PowerShell_profile.ps1`,
    },
    { name: 'ConsoleFileName', value: '', options: ReadOnly | AllScope },
    { name: 'true', value: true, options: Constant | AllScope, description: 'Boolean True' },
    { name: 'false', value: false, options: Constant | AllScope, description: 'Boolean False' },
    {
      name: 'null',
      value: null,
      options: None,
      description: 'References to the null variable always return the null value. Assignments have no effect.',
    },
    { name: 'StackTrace', value: '' },
    {
      name: 'MaximumHistoryCount',
      value: 4096,
      description: 'The maximum number of history objects to retain in a session',
    },
    { name: 'NestedPromptLevel', value: 0 },
    {
      name: 'OutputEncoding',
      value: () => getStatic(knownType('System.Text.Encoding'), 'UTF8'),
      description: 'The text encoding used when piping text to a native executable file',
    },
    {
      name: 'FormatEnumerationLimit',
      value: 4,
      description: 'Dictates the limit of enumeration on formatting IEnumerable objects',
    },
    {
      name: 'PSDefaultParameterValues',
      value: () => new Hashtable(),
      description: 'Variable to hold all default <cmdlet:parameter, value> pairs',
    },
    {
      name: 'PSNativeCommandArgumentPassing',
      value: 'Windows',
      description: 'Dictates how arguments are passed to native executables',
    },
    {
      name: 'PSNativeCommandUseErrorActionPreference',
      value: false,
      description:
        'If true, $ErrorActionPreference applies to native executables, so that non-zero exit codes will generate cmdlet-style errors governed by error action settings',
    },
    {
      name: 'ErrorView',
      value: 'NormalView',
      type: undefined,
      description: 'Dictates the view mode to use when displaying errors',
    },
    { name: 'PSSessionApplicationName', value: 'wsman' },
    { name: 'PSSessionConfigurationName', value: 'http://schemas.microsoft.com/powershell/Microsoft.PowerShell' },
    {
      name: 'PSEmailServer',
      value: '',
      description:
        'Variable to hold the Email Server. This can be used instead of the HostName parameter in the Send-MailMessage cmdlet.',
    },
    ...preferences(),
  ];
}

function preferences(): Definition[] {
  const action = (name: string, value: string, description: string): Definition => ({
    name,
    value: () => convertTo(value, ACTION),
    type: ACTION,
    description,
  });
  return [
    action('ErrorActionPreference', 'Continue', 'Dictates the action taken when an error message is delivered'),
    action('WarningPreference', 'Continue', 'Dictates the action taken when a Warning message is delivered'),
    action('VerbosePreference', 'SilentlyContinue', 'Dictates the action taken when a Verbose message is delivered'),
    action('DebugPreference', 'SilentlyContinue', 'Dictates the action taken when a Debug message is delivered'),
    action(
      'InformationPreference',
      'SilentlyContinue',
      'Dictates the action taken when an Information message is delivered',
    ),
    action('ProgressPreference', 'Continue', 'Dictates the action taken when progress records are delivered'),
    {
      name: 'WhatIfPreference',
      value: false,
      description: 'If true, WhatIf is considered to be enabled for all commands.',
    },
    {
      name: 'ConfirmPreference',
      value: () => convertTo('High', 'System.Management.Automation.ConfirmImpact'),
      type: 'System.Management.Automation.ConfirmImpact',
      description:
        'Dictates when confirmation should be requested. Confirmation is requested when the ConfirmImpact of the operation is equal to or greater than $ConfirmPreference. If $ConfirmPreference is None, actions will only be confirmed when Confirm is specified.',
    },
  ];
}

/** A preference keeps its enumeration, with the reference's error for other values. */
class PreferenceConstraint implements VariableConstraint {
  constructor(readonly typeName: string) {}
  apply(value: Value): Value {
    try {
      return convertTo(value, knownType(this.typeName));
    } catch (thrown) {
      if (!(thrown instanceof DotNetException)) throw thrown;
      throw new DotNetException(
        'System.Management.Automation.ArgumentTransformationMetadataException',
        thrown.message,
        {
          inner: thrown,
          errorId: 'RuntimeException',
          category: 'MetadataError',
        },
      );
    }
  }
}

/** A variable whose value is made when it is first read. */
export class LazyVariable extends PSVariable {
  constructor(name: string, make: () => Value, options: number) {
    super(name, null, options);
    let made = false;
    let held: Value = null;
    Object.defineProperty(this, 'value', {
      configurable: true,
      enumerable: true,
      get() {
        if (!made) {
          held = make();
          made = true;
        }
        return held;
      },
      set(value: Value) {
        held = value;
        made = true;
      },
    });
    made = false;
  }
}

export function defineGlobalVariables(engine: Engine): void {
  const scope = engine.session.root;
  scope.extra ??= new Map();
  for (const { name, value, options, description, type } of definitions(engine)) {
    const variable =
      typeof value === 'function'
        ? new LazyVariable(name, value as () => Value, options ?? 0)
        : new PSVariable(name, value, options ?? 0);
    if (description !== undefined) variable.description = description;
    if (type !== undefined) variable.constrain([new PreferenceConstraint(type)]);
    scope.extra.set(name.toLowerCase(), variable);
  }
}

function versionTable(): Value {
  const table = new Hashtable();
  const version = convertTo('7.6.5', 'System.Management.Automation.SemanticVersion');
  table.set('PSVersion', version);
  table.set('PSEdition', 'Core');
  table.set('GitCommitId', '7.6.5');
  table.set('OS', 'Microsoft Windows 10.0.17763');
  table.set('Platform', 'Win32NT');
  table.set(
    'PSCompatibleVersions',
    ['1.0', '2.0', '3.0', '4.0', '5.0', '5.1', '6.0', '7.0'].map((text) => convertTo(text, 'System.Version')),
  );
  table.set('PSRemotingProtocolVersion', convertTo('2.4', 'System.Version'));
  table.set('SerializationVersion', convertTo('1.1.0.1', 'System.Version'));
  table.set('WSManStackVersion', convertTo('3.0', 'System.Version'));
  return table;
}

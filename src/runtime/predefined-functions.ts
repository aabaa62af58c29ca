// The functions a session starts with (about_Functions, about_Prompts). The prompt is the Exchange Management Shell's.

import { AliasInfo, FunctionInfo } from './command-info.ts';
import type { Engine } from './engine.ts';
import type { ScriptBlock } from './script-block.ts';

const functions: Record<string, string> = {
  prompt: '"[PS] $(Get-Location)$(\'>\' * ($nestedPromptLevel + 1))"',
  Pause: "$null = Read-Host 'Press Enter to continue...'",
  help: 'Get-Help @args',
  'cd..': 'Set-Location ..',
  'cd\\': 'Set-Location \\',
  mkdir:
    'param([Parameter(ValueFromPipeline)][string[]]$Path, [string]$Name, [switch]$Force)\nprocess { New-Item -ItemType Directory @PSBoundParameters }',
  TabExpansion2: `[CmdletBinding(DefaultParameterSetName = 'ScriptInputSet')]
param(
  [Parameter(ParameterSetName = 'ScriptInputSet', Mandatory, Position = 0)][AllowEmptyString()][string]$inputScript,
  [Parameter(ParameterSetName = 'ScriptInputSet', Position = 1)][int]$cursorColumn = $inputScript.Length,
  [Parameter(ParameterSetName = 'AstInputSet', Mandatory, Position = 0)][System.Management.Automation.Language.Ast]$ast,
  [Parameter(ParameterSetName = 'AstInputSet', Mandatory, Position = 1)][object[]]$tokens,
  [Parameter(ParameterSetName = 'AstInputSet', Mandatory, Position = 2)][object]$positionOfCursor,
  [Parameter(ParameterSetName = 'ScriptInputSet', Position = 2)][Parameter(ParameterSetName = 'AstInputSet', Position = 3)][Hashtable]$options
)
end {
  if ($PSCmdlet.ParameterSetName -eq 'ScriptInputSet') {
    return [System.Management.Automation.CommandCompletion]::CompleteInput($inputScript, $cursorColumn, $options)
  }
  return [System.Management.Automation.CommandCompletion]::CompleteInput($ast, $tokens, $positionOfCursor, $options)
}`,
};

/** A function whose text is parsed when it is first looked at: a start must not wait for what it may not need. */
export class LazyFunction extends FunctionInfo {
  constructor(engine: Engine, name: string, text: string) {
    super(name, undefined as unknown as ScriptBlock);
    let made: ScriptBlock | undefined;
    Object.defineProperty(this, 'scriptBlock', {
      get: () => (made ??= engine.createScriptBlock(text, undefined, engine.session)),
      set: (block: ScriptBlock) => {
        made = block;
      },
    });
  }
}

export function defineGlobalFunctions(engine: Engine): void {
  const { root } = engine.session;
  for (const name in functions) engine.functions.setIn(root, new LazyFunction(engine, name, functions[name]!));
  // `G:` alone goes to that drive.
  for (const { name } of engine.host.files.drives())
    engine.functions.setIn(root, new LazyFunction(engine, `${name}:`, 'Set-Location $MyInvocation.MyCommand.Name'));
  engine.aliases.setIn(root, new AliasInfo('md', 'mkdir'));
  engine.aliases.setIn(root, new AliasInfo('man', 'help'));
}

// GetNewClosure: the block in a module of its own that holds copies of the caller's local variables.

import { PSVariable } from '../scope.ts';
import { ScriptBlock } from '../script-block.ts';
import { PSModuleInfo, SessionState } from '../session-state.ts';

let count = 0;

export function newClosure(block: ScriptBlock): ScriptBlock {
  const { engine } = block;
  const session = new SessionState(engine.globalScope);
  const caller = engine.scope;
  const seen = new Set<string>();
  const base = block.session?.module === undefined ? undefined : block.session.root;
  for (const scope of [caller, base]) {
    for (const variable of scope?.ownVariables() ?? []) {
      const key = variable.name.toLowerCase();
      if (seen.has(key) || variable.isConstant || variable.isAllScope || SKIPPED.has(key)) continue;
      seen.add(key);
      session.root.put(key, new PSVariable(variable.name, variable.value));
    }
  }
  const module = new PSModuleInfo(`__DynamicModule_${++count}`, session);
  session.module = module;
  return new ScriptBlock(engine, block.ast, session, block.textStart, block.textEnd);
}

const SKIPPED = new Set([
  'args',
  'input',
  'myinvocation',
  'psboundparameters',
  'pscmdlet',
  'this',
  'psscriptroot',
  'pscommandpath',
]);

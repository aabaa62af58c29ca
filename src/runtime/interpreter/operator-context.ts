// What operators in operators/ need from the running script, one object a frame at most.

import { toText } from '../convert.ts';
import type { OperatorContext } from '../operators/context.ts';
import { PSVariable } from '../scope.ts';
import type { ScriptBlock } from '../script-block.ts';
import type { Value } from '../values.ts';
import type { Frame } from './frame.ts';

class FrameOperatorContext implements OperatorContext {
  constructor(private readonly frame: Frame) {}

  get separator(): string | undefined {
    return separatorOf(this.frame);
  }
  setMatches(matches: Value): void {
    const scope = this.frame.scope;
    const variable = scope.own('matches');
    if (variable !== undefined) variable.value = matches;
    else scope.put('matches', new PSVariable('Matches', matches));
  }
  invoke(block: Value, underscore: Value, args?: Value[]): Value[] {
    return (block as ScriptBlock).call({ underscore, args });
  }
}

/** $OFS as code in this frame sees it; undefined for the default, a blank. */
export function separatorOf(frame: Frame): string | undefined {
  const variable = frame.scope.find('ofs');
  return variable === undefined || variable.value === null ? undefined : toText(variable.value);
}

export function operatorContext(frame: Frame): OperatorContext {
  if (frame.operators !== undefined) return frame.operators;
  return (frame.operators = new FrameOperatorContext(frame));
}

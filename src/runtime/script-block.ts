// System.Management.Automation.ScriptBlock: code as a value, bound to the engine and to the session state it was made in.

import type * as ast from '../language/ast.ts';
import type { Engine } from './engine.ts';
import type { CompiledBlock } from './interpreter/compiled-block.ts';
import type { PSModuleInfo, SessionState } from './session-state.ts';
import type { Value } from './values.ts';

export interface ScriptBlockCall {
  /** Positional arguments. */
  args?: Value[];
  /** Value of `$_`; absent: `$_` of the caller stays visible. */
  underscore?: Value;
  /** Value of `$this`. */
  this?: Value;
  /** Pipeline input: `$input`, or one call of the process block each. */
  input?: Value[];
  /** 'new' (default) as with `&`, 'current' as with `.`. */
  scope?: 'new' | 'current';
  /** Further variables of the new scope (InvokeWithContext). */
  variables?: Record<string, Value>;
}

export class ScriptBlock {
  /** Filled when it first runs. */
  compiled: CompiledBlock | undefined;
  isFilter = false;
  /** The parameters in parentheses behind a function's name, as a param block. */
  parameterText = '';
  debuggerHidden = false;

  constructor(
    readonly engine: Engine,
    readonly ast: ast.ScriptBlock,
    /** Session state it is bound to; undefined: runs in that of its caller (Create, ToString round trips). */
    readonly session: SessionState | undefined,
    /** Text range that `toString` shows: without braces. */
    readonly textStart: number,
    readonly textEnd: number,
  ) {}

  get module(): PSModuleInfo | undefined {
    return this.session?.module;
  }
  get file(): string | undefined {
    return this.ast.source.file;
  }

  /** The engine that `[scriptblock]::Create` makes blocks for: the one that runs now. */
  static current: Engine | undefined;
  static create(text: string): ScriptBlock {
    if (ScriptBlock.current === undefined) throw new Error('no engine is running');
    return ScriptBlock.current.createScriptBlock(text);
  }

  /** `.Ast` as scripts see it. */
  get astObject(): Value {
    return this.engine.astObject(this);
  }
  get startPosition(): Value {
    return null;
  }

  /** Runs it and gives everything it puts out. Errors that are not caught are thrown. */
  call(options: ScriptBlockCall = {}): Value[] {
    return this.engine.callBlock(this, options);
  }

  /** The code between the braces, as written. */
  toString(): string {
    return this.parameterText + this.ast.source.text.slice(this.textStart, this.textEnd);
  }
}

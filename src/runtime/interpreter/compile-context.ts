// What the parts of the compiler share while they compile one script block: its slots, its source, and the way to each other.
// The parts never import one another; compiler.ts hands them in here.

import type * as ast from '../../language/ast.ts';
import type { SourceText } from '../../language/source.ts';
import type { CompiledParameter, Evaluate, Execute } from './compiled-block.ts';

export interface CompilerParts {
  expression(node: ast.Expression, context: CompileContext): Evaluate;
  statement(node: ast.Statement, context: CompileContext): Execute;
  /** A list of statements with its traps: errors of one statement do not keep the next from running. */
  statements(statements: readonly ast.Statement[], traps: readonly ast.Trap[], context: CompileContext): Execute;
  /** A statement as the value of an expression: what it puts out, collapsed. */
  value(node: ast.Statement, context: CompileContext): Evaluate;
  /** A condition: as `value`, with the position set for errors. */
  condition(node: ast.PipelineStatement, context: CompileContext): Evaluate;
  assign(
    target: ast.Expression,
    context: CompileContext,
  ): (frame: import('./frame.ts').Frame, value: import('../values.ts').Value) => void;
}

export class CompileContext {
  names = new Map<string, number>();
  slotNames: string[] = [];
  parameters: CompiledParameter[] = [];
  /** Type definitions that run before the first statement. */
  readonly hoisted = new Set<ast.Node>();
  /** The body of a class method: `return` gives its value whole, all other output is dropped. */
  method = false;
  /** Inside of an expandable string: strict mode 1 allows unset variables there. */
  inString = false;
  /** Number of loops and switches around the node that is compiled. */
  loopDepth = 0;

  constructor(
    readonly source: SourceText,
    readonly parts: CompilerParts,
    /** Namespaces of `using namespace`. */
    readonly usings: readonly string[],
  ) {}

  /** Slot of a variable of this block. */
  slot(name: string): number {
    const key = name.toLowerCase();
    let slot = this.names.get(key);
    if (slot === undefined) {
      slot = this.slotNames.length;
      this.slotNames.push(key);
      this.names.set(key, slot);
    }
    return slot;
  }

  /** A context over the slots of another block, for arguments that belong to it but stand outside of its braces. */
  withNames(names: Map<string, number>): CompileContext {
    const context = new CompileContext(this.source, this.parts, this.usings);
    context.names = names;
    context.slotNames = [...names.keys()];
    return context;
  }

  expression(node: ast.Expression): Evaluate {
    return this.parts.expression(node, this);
  }
  statement(node: ast.Statement): Execute {
    return this.parts.statement(node, this);
  }
  block(node: ast.StatementBlock): Execute {
    return this.parts.statements(node.statements, node.traps, this);
  }
  value(node: ast.Statement): Evaluate {
    return this.parts.value(node, this);
  }
  condition(node: ast.PipelineStatement): Evaluate {
    return this.parts.condition(node, this);
  }
  /** Compiles the body of a loop or switch. */
  loopBody(node: ast.StatementBlock): Execute {
    this.loopDepth++;
    const body = this.block(node);
    this.loopDepth--;
    return body;
  }
  text(extent: ast.Extent): string {
    return this.source.text.slice(extent.start, extent.end);
  }
}

// One node of a syntax tree as an object of System.Management.Automation.Language: its fields under the reference's names.

import type { Extent, Node, ScriptBlock, TypeName } from '../../language/ast.ts';
import type { SourceText } from '../../language/source.ts';
import { children } from '../../language/visit.ts';
import { makePosition } from '../interpreter/error-records.ts';
import { declareType, type PSType, resolveType, typeNameText } from '../types/registry.ts';
import type { Value } from '../values.ts';
import { ScriptPosition } from './error-types.ts';

const LANGUAGE = 'System.Management.Automation.Language.';

/** Names of fields that the reference calls otherwise, by kind of node or for all. */
const NAMES: Record<string, string> = {
  pipelineelements: 'elements',
  commandelements: 'elements',
  beginblock: 'beginBlock',
  processblock: 'processBlock',
  endblock: 'endBlock',
  cleanblock: 'cleanBlock',
  dynamicparamblock: 'dynamicParamBlock',
  paramblock: 'param',
  usingstatements: 'usings',
  variablepath: 'name',
  subexpression: 'body',
  scriptblock: 'body',
  statements: 'statements',
  defaultvalue: 'default',
  isfilter: 'filter',
  expression: 'expression',
  child: 'operand',
  arguments: 'args',
  static: 'static',
  nestedexpressions: 'parts',
  keyvaluepairs: 'entries',
  condition: 'condition',
  invocationoperator: 'invocation',
  pipeline: 'pipeline',
  staticmember: 'static',
  parametername: 'name',
  stringconstanttype: 'quote',
  attributes: 'attributes',
  catchclauses: 'catches',
  finally: 'finallyBody',
};

const KINDS: Record<string, string> = {
  NumberConstant: 'ConstantExpression',
  StringConstant: 'StringConstantExpression',
  ExpandableString: 'ExpandableStringExpression',
  Variable: 'VariableExpression',
  Binary: 'BinaryExpression',
  Unary: 'UnaryExpression',
  Ternary: 'TernaryExpression',
  Paren: 'ParenExpression',
  Convert: 'ConvertExpression',
  Attributed: 'AttributedExpression',
  Member: 'MemberExpression',
  InvokeMember: 'InvokeMemberExpression',
  Index: 'IndexExpression',
  Assignment: 'AssignmentStatement',
  If: 'IfStatement',
  While: 'WhileStatement',
  DoWhile: 'DoWhileStatement',
  For: 'ForStatement',
  ForEach: 'ForEachStatement',
  Switch: 'SwitchStatement',
  Try: 'TryStatement',
  Trap: 'TrapStatement',
  Break: 'BreakStatement',
  Continue: 'ContinueStatement',
  Return: 'ReturnStatement',
  Throw: 'ThrowStatement',
  Exit: 'ExitStatement',
  Data: 'DataStatement',
  Using: 'UsingStatement',
  ErrorExpression: 'ErrorExpression',
};

export class AstView {
  constructor(
    readonly node: Extent & { kind?: string },
    readonly source: SourceText,
    readonly parent: AstView | undefined,
  ) {}

  get psType(): PSType {
    const kind = this.node.kind ?? 'Script';
    const name = `${LANGUAGE}${KINDS[kind] ?? kind}Ast`;
    return resolveType(name) ?? declareType({ name, base: `${LANGUAGE}Ast` });
  }
  get text(): string {
    return this.source.text.slice(this.node.start, this.node.end);
  }
  toString(): string {
    return this.text;
  }

  adaptedGet(lowerName: string): { value: Value } | undefined {
    if (lowerName === 'extent') return { value: new ScriptPosition(makePosition(this.source, this.node)) };
    if (lowerName === 'parent') return { value: this.parent ?? null };
    const record = this.node as unknown as Record<string, unknown>;
    const field = NAMES[lowerName] ?? Object.keys(record).find((key) => key.toLowerCase() === lowerName);
    if (field === undefined || !(field in record)) {
      const direct = Object.keys(record).find((key) => key.toLowerCase() === lowerName);
      return direct === undefined
        ? lowerName in NAMES
          ? { value: null }
          : undefined
        : { value: this.viewOf(record[direct]) };
    }
    return { value: this.viewOf(record[field]) };
  }

  private viewOf(value: unknown): Value {
    if (Array.isArray(value)) return value.map((item) => this.viewOf(item));
    if (typeof value === 'object' && value !== null) {
      if ('kind' in value) return new AstView(value as Extent & { kind: string }, this.source, this);
      if ('name' in value && 'start' in value) return typeNameText(value as TypeName);
      return null;
    }
    return value === undefined ? null : (value as Value);
  }

  /** Ast.FindAll: this node and all below it for which the predicate holds. */
  findAll(predicate: (view: AstView) => boolean, nested: boolean): AstView[] {
    const found: AstView[] = [];
    const visit = (view: AstView, top: boolean): void => {
      if (predicate(view)) found.push(view);
      if (!top && !nested && (view.node.kind === 'ScriptBlockExpression' || view.node.kind === 'FunctionDefinition'))
        return;
      for (const child of children(view.node as Node)) visit(new AstView(child, this.source, view), false);
    };
    visit(this, true);
    return found;
  }
}

export function scriptBlockView(node: ScriptBlock): AstView {
  return new AstView(node, node.source, undefined);
}

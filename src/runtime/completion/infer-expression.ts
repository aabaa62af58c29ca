// What an expression gives, as far as its text and the values there are tell: variables by their value or by their assignment in
// the same text, members by their type, `$_` by what comes down its pipeline. Nothing is run.

import type {
  Assignment,
  Expression,
  Node,
  PipelineStatement,
  Statement,
  StatementBlock,
  Variable,
} from '../../language/ast.ts';
import { parentsOf, visit } from '../../language/visit.ts';
import type { Engine } from '../engine.ts';
import { isDictionary } from '../types/collections/hashtable.ts';
import { resolveType } from '../types/registry.ts';
import { inputOf, pipelineOutput } from './infer-pipeline.ts';
import {
  enumerated,
  type Shape,
  shapeOfNames,
  shapeOfType,
  shapeOfTypeName,
  shapeOfValue,
  staticShape,
} from './shape.ts';

/** How deep an assignment may lead to another: `$a = $a` would never end. */
const DEEPEST = 8;

export class Inference {
  private parentsOfNodes: Map<Node, Node> | undefined;
  private depth = 0;

  constructor(
    readonly engine: Engine,
    readonly root: Node,
    /** The text up to the cursor; what stands behind it is not written yet. */
    readonly text: string,
  ) {}

  get cursor(): number {
    return this.text.length;
  }

  get parents(): Map<Node, Node> {
    return (this.parentsOfNodes ??= parentsOf(this.root));
  }

  expression(node: Expression): Shape | undefined {
    if (this.depth > DEEPEST) return undefined;
    this.depth++;
    try {
      return this.infer(node);
    } finally {
      this.depth--;
    }
  }

  private infer(node: Expression): Shape | undefined {
    switch (node.kind) {
      case 'Variable':
        return this.variable(node);
      case 'StringConstant':
      case 'ExpandableString':
        return shapeOfTypeName('System.String');
      case 'NumberConstant':
        return shapeOfTypeName(`System.${node.type === 'BigInteger' ? 'Numerics.' : ''}${node.type}`);
      case 'TypeExpression': {
        const type = resolveType(node.type);
        return type && shapeOfValue(type);
      }
      case 'Convert':
        return this.conversion(node);
      case 'Hashtable':
        return shapeOfTypeName('System.Collections.Hashtable');
      case 'ScriptBlockExpression':
        return shapeOfTypeName('System.Management.Automation.ScriptBlock');
      case 'Member':
      case 'InvokeMember':
        return this.member(node);
      case 'Index':
        return this.indexed(node);
      case 'Paren':
        return this.statement(node.pipeline);
      case 'SubExpression':
      case 'ArrayExpression':
        return this.block(node.body);
      case 'ArrayLiteral':
        return this.list(node.elements[0]);
      case 'Attributed':
        return this.expression(node.operand);
      case 'Ternary':
        return this.expression(node.ifTrue) ?? this.expression(node.ifFalse);
      case 'Binary':
        return this.binary(node);
      default:
        return undefined;
    }
  }

  private list(first: Expression | undefined): Shape | undefined {
    const array = shapeOfTypeName('System.Object[]');
    return array && { ...array, element: first && enumerated(this.expression(first)) };
  }

  private binary(node: Extract<Expression, { kind: 'Binary' }>): Shape | undefined {
    if (
      /^(i|c)?(eq|ne|gt|ge|lt|le|like|notlike|match|notmatch|contains|notcontains|in|notin)$|^(and|or|xor|is|isnot)$/.test(
        node.operator,
      )
    )
      return shapeOfTypeName('System.Boolean');
    if (/^(format|join|ireplace|creplace)$/.test(node.operator)) return shapeOfTypeName('System.String');
    if (/^[ic]split$/.test(node.operator)) return shapeOfTypeName('System.String[]');
    if (node.operator === '..') return shapeOfTypeName('System.Int32[]');
    return this.expression(node.left);
  }

  private conversion(node: Extract<Expression, { kind: 'Convert' }>): Shape | undefined {
    if (/^(pscustomobject|psobject)$/i.test(node.type.name) && node.operand.kind === 'Hashtable') {
      const { entries } = node.operand;
      const names = entries.flatMap(({ key }) => (key.kind === 'StringConstant' ? key.value : []));
      const held = (name: string) => entries.find(({ key }) => key.kind === 'StringConstant' && key.value === name);
      return shapeOfNames(names, (name) => this.statement(held(name)!.value));
    }
    if (/^ordered$/i.test(node.type.name)) return shapeOfTypeName('System.Collections.Specialized.OrderedDictionary');
    const type = resolveType(node.type);
    return type ? shapeOfType(type) : this.expression(node.operand);
  }

  private member(node: Extract<Expression, { kind: 'Member' | 'InvokeMember' }>): Shape | undefined {
    if (node.member.kind !== 'StringConstant') return undefined;
    const name = node.member.value.toLowerCase();
    if (node.static && node.target.kind === 'TypeExpression') {
      const type = resolveType(node.target.type);
      if (!type) return undefined;
      if (name === 'new') return shapeOfType(type);
      return staticShape(type)
        .members()
        .find((member) => member.name.toLowerCase() === name)
        ?.shape();
    }
    const target = this.expression(node.target);
    const value = target?.value;
    if (value !== undefined && isDictionary(value)) {
      for (const [key, item] of value.entries()) if (String(key).toLowerCase() === name) return shapeOfValue(item);
    }
    const find = (shape: Shape | undefined): Shape | undefined =>
      shape
        ?.members()
        .find((member) => member.name.toLowerCase() === name)
        ?.shape();
    return find(target) ?? find(target?.element);
  }

  private indexed(node: Extract<Expression, { kind: 'Index' }>): Shape | undefined {
    const target = this.expression(node.target);
    const value = target?.value;
    if (value !== undefined && isDictionary(value) && node.index.kind === 'StringConstant')
      return shapeOfValue(value.get(node.index.value));
    return enumerated(target);
  }

  // -------------------------------------------------------------- variables

  private variable(node: Variable): Shape | undefined {
    const { name, scope } = node;
    if (scope === undefined && /^(_|psitem)$/i.test(name)) return inputOf(this, node) ?? this.loopElement(node);
    if (scope?.toLowerCase() === 'env') return shapeOfTypeName('System.String');
    const assigned = this.assignment(node);
    if (assigned) return assigned;
    return shapeOfValue(this.engine.variables.getValue(name));
  }

  /** `$_` of a switch or a catch. */
  private loopElement(node: Node): Shape | undefined {
    for (let at = this.parents.get(node); at; at = this.parents.get(at)) {
      if (at.kind === 'Switch') return enumerated(this.statement(at.condition));
      if (at.kind === 'Try') return shapeOfTypeName('System.Management.Automation.ErrorRecord');
    }
    return undefined;
  }

  /** The last assignment of the variable before the place where it is used, or the loop or parameter that it belongs to. */
  private assignment(node: Variable): Shape | undefined {
    const wanted = node.name.toLowerCase();
    let found: (() => Shape | undefined) | undefined;
    visit(this.root, (at) => {
      if (at.start > node.start || at === node) return undefined;
      if (at.kind === 'Assignment' && at.operator === '=' && at.right.end <= node.start) {
        const target = assigned(at);
        if (target?.variable.name.toLowerCase() === wanted)
          found = () => (target.type ? shapeOfTypeName(target.type) : this.statement(at.right));
      }
      if (at.kind === 'ForEach' && at.variable.name.toLowerCase() === wanted && at.body.start <= node.start)
        found = () => enumerated(this.statement(at.collection));
      if (at.kind === 'Parameter' && at.variable.name.toLowerCase() === wanted) {
        const constraint = at.attributes.find((attribute) => attribute.kind === 'TypeConstraint');
        const type = constraint && resolveType(constraint.type);
        if (type) found = () => shapeOfType(type);
      }
      return undefined;
    });
    return found?.();
  }

  // -------------------------------------------------------------- statements

  statement(node: Statement | PipelineStatement): Shape | undefined {
    if (node.kind === 'Pipeline') return pipelineOutput(this, node);
    if (node.kind === 'PipelineChain') return this.statement(node.right);
    if (node.kind === 'Assignment') return this.statement(node.right);
    if (node.kind === 'ForEach') return this.block(node.body);
    if (node.kind === 'If') return this.block(node.clauses[0]!.body);
    return undefined;
  }

  block(node: StatementBlock | { statements: Statement[] }): Shape | undefined {
    const last = node.statements.at(-1);
    return last && this.statement(last);
  }
}

function assigned({ left }: Assignment): { variable: Variable; type?: string } | undefined {
  if (left.kind === 'Variable') return { variable: left };
  if (left.kind === 'Convert' && left.operand.kind === 'Variable')
    return { variable: left.operand, type: left.type.ranks ? undefined : left.type.name };
  return undefined;
}

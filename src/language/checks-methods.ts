// What must hold inside the methods of a class: every path of a method with a type returns a value, variables are
// assigned before they are read, properties are reached through $this (about_Classes, "Limitations").

import type {
  Expression,
  Extent,
  FunctionMember,
  Node,
  PropertyMember,
  Statement,
  StatementBlock,
  Try,
  TypeDefinition,
  Variable,
} from './ast.ts';
import { children } from './visit.ts';

export type Report = (id: string, extent: Extent, ...values: string[]) => void;

/** Variables that exist without being assigned in the method. */
const automatic = new Set(
  '? _ args error false input lastexitcode matches myinvocation nestedpromptlevel null outputencoding psboundparameters pscmdlet pscommandpath psitem psscriptroot pwd stacktrace this true'.split(
    ' ',
  ),
);

/** Names assigned on every path up to here; undefined where no path leads. */
type State = Set<string> | undefined;

function merge(one: State, other: State): State {
  if (one === undefined) return other;
  if (other === undefined) return one;
  return new Set([...one].filter((name) => other.has(name)));
}

function copy(state: State): State {
  return state === undefined ? undefined : new Set(state);
}

class MethodCheck {
  private state: State = new Set();
  /** States at which `break` leaves the loops around, innermost last. */
  private readonly breaks: { label: string | undefined; state: State }[] = [];
  private readonly method: FunctionMember;
  private readonly properties: ReadonlyMap<string, PropertyMember>;
  private readonly className: string;
  private readonly report: Report;

  constructor(
    method: FunctionMember,
    type: TypeDefinition,
    properties: ReadonlyMap<string, PropertyMember>,
    report: Report,
  ) {
    this.method = method;
    this.properties = properties;
    this.className = type.name;
    this.report = report;
  }

  run(): void {
    const { method } = this;
    for (const parameter of method.parameters) this.assign(parameter.variable);
    const { body } = method;
    if (body.param !== undefined) this.report('ParamBlockNotAllowedInMethod', body.param);
    for (const block of [body.beginBlock, body.processBlock, body.cleanBlock, body.dynamicParamBlock]) {
      if (block !== undefined) this.report('NamedBlockNotAllowedInMethod', block);
    }
    const { endBlock } = body;
    if (endBlock !== undefined && !endBlock.unnamed) this.report('NamedBlockNotAllowedInMethod', endBlock);
    for (const statement of endBlock?.statements ?? []) this.statement(statement);
    if (this.state !== undefined && this.returnsValue() && endBlock?.unnamed === true) {
      this.report('MethodHasCodePathNotReturn', method.nameExtent);
    }
  }

  private returnsValue(): boolean {
    const type = this.method.returnType;
    return type !== undefined && type.name.toLowerCase() !== 'void';
  }

  private assign(variable: Variable): void {
    if (isLocal(variable)) this.state?.add(variable.name.toLowerCase());
  }

  private block(block: StatementBlock): void {
    for (const statement of block.statements) this.statement(statement);
  }

  private statement(node: Statement): void {
    switch (node.kind) {
      case 'Assignment':
        this.statement(node.right);
        this.target(node.left);
        return;
      case 'StatementBlock':
        this.block(node);
        return;
      case 'If':
        this.ifStatement(node);
        return;
      case 'Return':
        this.leave(node);
        if (node.pipeline !== undefined && !this.returnsValue()) this.report('VoidMethodHasReturn', node);
        if (node.pipeline === undefined && this.returnsValue()) this.report('NonVoidMethodMissingReturnValue', node);
        return;
      case 'Throw':
      case 'Exit':
        this.leave(node);
        return;
      case 'Break':
        this.noteBreak(node.label);
        this.state = undefined;
        return;
      case 'Continue':
        this.state = undefined;
        return;
      case 'Try':
        this.tryStatement(node);
        return;
      case 'Data':
        if (node.variable !== undefined) this.state?.add(node.variable.toLowerCase());
        return;
      case 'FunctionDefinition':
      case 'TypeDefinition':
      case 'Trap':
        return;
      case 'While':
      case 'DoWhile':
      case 'For':
      case 'ForEach':
      case 'Switch':
        this.loop(node);
        return;
      default:
        this.read(node);
    }
  }

  private leave(node: Extract<Statement, { kind: 'Return' | 'Throw' | 'Exit' }>): void {
    if (node.pipeline !== undefined) this.read(node.pipeline);
    this.state = undefined;
  }

  private ifStatement(node: Extract<Statement, { kind: 'If' }>): void {
    let after: State;
    for (const clause of node.clauses) {
      this.read(clause.condition);
      const before = copy(this.state);
      this.block(clause.body);
      after = merge(after, this.state);
      this.state = before;
    }
    if (node.elseBody !== undefined) this.block(node.elseBody);
    this.state = merge(after, this.state);
  }

  private loop(node: Extract<Statement, { kind: 'While' | 'DoWhile' | 'For' | 'ForEach' | 'Switch' }>): void {
    const mark = { label: node.label?.toLowerCase(), state: undefined as State };
    this.breaks.push(mark);
    switch (node.kind) {
      case 'While':
        this.read(node.condition);
        this.once(node.body);
        break;
      case 'DoWhile':
        this.block(node.body);
        this.read(node.condition);
        break;
      case 'For':
        if (node.initializer !== undefined) this.statement(node.initializer);
        if (node.condition !== undefined) this.read(node.condition);
        this.once(node.body, node.iterator);
        if (node.condition === undefined) this.state = undefined;
        break;
      case 'ForEach':
        this.read(node.collection);
        this.assign(node.variable);
        this.once(node.body, undefined, 'foreach');
        break;
      case 'Switch':
        this.read(node.condition);
        for (const clause of node.clauses) {
          this.read(clause.test);
          this.once(clause.body, undefined, 'switch');
        }
        if (node.defaultBody !== undefined) this.once(node.defaultBody, undefined, 'switch');
        break;
    }
    this.breaks.pop();
    this.state = merge(this.state, mark.state);
  }

  /** A body that may run or not: what it assigns does not count behind it. */
  private once(body: StatementBlock, then?: Statement, enumerator?: string): void {
    const before = copy(this.state);
    if (enumerator !== undefined) this.state?.add(enumerator);
    this.block(body);
    if (then !== undefined) this.statement(then);
    this.state = before;
  }

  private noteBreak(label: Expression | undefined): void {
    const name = label?.kind === 'StringConstant' ? label.value.toLowerCase() : undefined;
    for (let index = this.breaks.length - 1; index >= 0; index--) {
      const mark = this.breaks[index]!;
      if (label !== undefined && mark.label !== name) continue;
      mark.state = merge(mark.state, copy(this.state));
      return;
    }
  }

  private tryStatement(node: Try): void {
    const before = copy(this.state);
    this.block(node.body);
    let after = this.state;
    for (const clause of node.catches) {
      this.state = copy(before);
      this.block(clause.body);
      after = merge(after, this.state);
    }
    this.state = copy(before);
    if (node.finallyBody !== undefined) this.block(node.finallyBody);
    if (after !== undefined) for (const name of this.state ?? []) after.add(name);
    this.state = after;
  }

  /** What is assigned to: its variables count as assigned from here on. */
  private target(node: Expression): void {
    switch (node.kind) {
      case 'Variable':
        this.checkProperty(node);
        this.assign(node);
        return;
      case 'Convert':
      case 'Attributed':
        this.target(node.operand);
        return;
      case 'ArrayLiteral':
        for (const element of node.elements) this.target(element);
        return;
      default:
        this.read(node);
    }
  }

  private checkProperty(variable: Variable): void {
    const property = variable.scope === undefined ? this.properties.get(variable.name.toLowerCase()) : undefined;
    if (property === undefined) return;
    if (property.static) {
      this.report('MissingTypeInStaticPropertyAssignment', variable, `[${this.className}]::`, property.name);
    } else this.report('MissingThis', variable, property.name);
  }

  private read(node: Node): void {
    switch (node.kind) {
      case 'Variable':
        this.readVariable(node);
        return;
      case 'Assignment':
        this.statement(node);
        return;
      case 'ScriptBlockExpression':
      case 'ScriptBlock':
        return;
      case 'StatementBlock':
        this.block(node);
        return;
      case 'Binary':
        this.read(node.left);
        if (node.operator === 'and' || node.operator === 'or' || node.operator === '??') this.maybe(node.right);
        else this.read(node.right);
        return;
      case 'Ternary':
        this.read(node.condition);
        this.maybe(node.ifTrue);
        this.maybe(node.ifFalse);
        return;
      case 'Pipeline':
      case 'PipelineChain':
      case 'Command':
      case 'CommandExpression':
        break;
      default:
        if (isFlow(node)) {
          this.statement(node);
          return;
        }
    }
    for (const child of children(node)) this.read(child);
  }

  private maybe(node: Expression): void {
    const before = copy(this.state);
    this.read(node);
    this.state = before;
  }

  private readVariable(node: Variable): void {
    const name = node.name.toLowerCase();
    if (!isLocal(node)) return;
    if (name === 'this' && this.method.static) this.report('NonStaticMemberAccessInStaticMember', node, node.name);
    if (automatic.has(name) || this.state === undefined || this.state.has(name)) return;
    this.report('VariableNotLocal', node);
  }
}

const flowKinds = new Set<string>([
  'If',
  'While',
  'DoWhile',
  'For',
  'ForEach',
  'Switch',
  'Try',
  'Trap',
  'Return',
  'Throw',
  'Exit',
  'Break',
  'Continue',
  'Data',
  'FunctionDefinition',
  'TypeDefinition',
]);

function isFlow(node: Node): node is Statement {
  return flowKinds.has(node.kind);
}

/** Checks the methods of a class. */
export function checkMethods(type: TypeDefinition, report: Report): void {
  const properties = new Map<string, PropertyMember>();
  for (const member of type.members)
    if (member.kind === 'PropertyMember') properties.set(member.name.toLowerCase(), member);
  for (const member of type.members) {
    if (member.kind === 'FunctionMember') new MethodCheck(member, type, properties, report).run();
    else if (member.static && member.initial !== undefined) checkStaticInitial(member.initial, report);
  }
}

function checkStaticInitial(node: Node, report: Report): void {
  if (node.kind === 'ScriptBlockExpression') return;
  if (node.kind === 'Variable' && node.name.toLowerCase() === 'this')
    report('NonStaticMemberAccessInStaticMember', node, node.name);
  for (const child of children(node)) checkStaticInitial(child, report);
}

function isLocal({ scope }: Variable): boolean {
  return scope === undefined || scope === 'local' || scope === 'private' || scope === 'variable';
}

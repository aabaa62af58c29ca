// Walking the tree: the children of a node in the order of the text, whole-tree walks without recursion,
// and each node's parent. `.Ast.FindAll()` and `.Parent` are built on this.

import type { Attribute, Expression, Node, Statement } from './ast.ts';

type Add = (node: Node | undefined) => void;

function addAll(nodes: readonly Node[], add: Add): void {
  for (const node of nodes) add(node);
}

function addAttribute(node: Attribute, add: Add): void {
  addAll(node.positional, add);
  for (const argument of node.named) if (!argument.omitted) add(argument.value);
}

function addExpression(node: Expression, add: Add): void {
  switch (node.kind) {
    case 'ExpandableString':
      for (const part of node.parts) if (typeof part !== 'string') add(part);
      return;
    case 'Binary':
      add(node.left);
      add(node.right);
      return;
    case 'Unary':
    case 'Convert':
      add(node.operand);
      return;
    case 'Attributed':
      add(node.attribute);
      add(node.operand);
      return;
    case 'Ternary':
      add(node.condition);
      add(node.ifTrue);
      add(node.ifFalse);
      return;
    case 'ArrayLiteral':
      addAll(node.elements, add);
      return;
    case 'ArrayExpression':
    case 'SubExpression':
    case 'ScriptBlockExpression':
      add(node.body);
      return;
    case 'Paren':
      add(node.pipeline);
      return;
    case 'Hashtable':
      for (const entry of node.entries) {
        add(entry.key);
        add(entry.value);
      }
      return;
    case 'Member':
      add(node.target);
      add(node.member);
      return;
    case 'InvokeMember':
      add(node.target);
      add(node.member);
      addAll(node.args, add);
      return;
    case 'Index':
      add(node.target);
      add(node.index);
      return;
    default:
      return;
  }
}

function addLoop(node: Extract<Statement, { kind: 'While' | 'DoWhile' | 'For' | 'ForEach' }>, add: Add): void {
  switch (node.kind) {
    case 'While':
      add(node.condition);
      break;
    case 'DoWhile':
      add(node.body);
      add(node.condition);
      return;
    case 'For':
      add(node.initializer);
      add(node.condition);
      add(node.iterator);
      break;
    case 'ForEach':
      add(node.throttleLimit);
      add(node.variable);
      add(node.collection);
      break;
  }
  add(node.body);
}

function addBranches(node: Extract<Statement, { kind: 'If' | 'Switch' | 'Try' }>, add: Add): void {
  switch (node.kind) {
    case 'If':
      for (const clause of node.clauses) {
        add(clause.condition);
        add(clause.body);
      }
      add(node.elseBody);
      return;
    case 'Switch':
      add(node.condition);
      for (const clause of node.clauses) {
        add(clause.test);
        add(clause.body);
      }
      add(node.defaultBody);
      return;
    case 'Try':
      add(node.body);
      for (const item of node.catches) add(item.body);
      add(node.finallyBody);
      return;
  }
}

function addStatement(node: Statement, add: Add): void {
  switch (node.kind) {
    case 'StatementBlock':
      addAll(node.statements, add);
      addAll(node.traps, add);
      return;
    case 'Pipeline':
      addAll(node.elements, add);
      return;
    case 'PipelineChain':
    case 'Assignment':
      add(node.left);
      add(node.right);
      return;
    case 'While':
    case 'DoWhile':
    case 'For':
    case 'ForEach':
      addLoop(node, add);
      return;
    case 'If':
    case 'Switch':
    case 'Try':
      addBranches(node, add);
      return;
    case 'Trap':
      add(node.body);
      return;
    case 'Break':
    case 'Continue':
      add(node.label);
      return;
    case 'Return':
    case 'Throw':
    case 'Exit':
      add(node.pipeline);
      return;
    case 'FunctionDefinition':
      addAll(node.parameters ?? [], add);
      add(node.body);
      return;
    case 'Data':
      addAll(node.supportedCommands, add);
      add(node.body);
      return;
    case 'Using':
      add(node.name);
      return;
    case 'TypeDefinition':
      addAll(node.attributes, add);
      addAll(node.members, add);
  }
}

function addChildren(node: Node, add: Add): void {
  switch (node.kind) {
    case 'ScriptBlock':
      addAll(node.usings, add);
      add(node.param);
      add(node.dynamicParamBlock);
      add(node.beginBlock);
      add(node.processBlock);
      add(node.endBlock);
      add(node.cleanBlock);
      return;
    case 'NamedBlock':
      addAll(node.statements, add);
      addAll(node.traps, add);
      return;
    case 'ParamBlock':
      addAll(node.attributes, add);
      addAll(node.parameters, add);
      return;
    case 'Parameter':
      addAll(node.attributes, add);
      add(node.variable);
      add(node.default);
      return;
    case 'Attribute':
      addAttribute(node, add);
      return;
    case 'PropertyMember':
      addAll(node.attributes, add);
      add(node.initial);
      return;
    case 'FunctionMember':
      addAll(node.attributes, add);
      addAll(node.parameters, add);
      addAll(node.baseArgs ?? [], add);
      add(node.body);
      return;
    case 'Command':
      addAll(node.elements, add);
      addAll(node.redirections, add);
      return;
    case 'CommandExpression':
      add(node.expression);
      addAll(node.redirections, add);
      return;
    case 'CommandParameter':
      add(node.argument);
      return;
    case 'FileRedirection':
      add(node.target);
      return;
    case 'MergingRedirection':
    case 'TypeConstraint':
      return;
    default:
      if (isExpression(node)) addExpression(node, add);
      else addStatement(node, add);
  }
}

function isExpression(node: Expression | Statement): node is Expression {
  switch (node.kind) {
    case 'NumberConstant':
    case 'StringConstant':
    case 'ExpandableString':
    case 'Variable':
    case 'Binary':
    case 'Unary':
    case 'Ternary':
    case 'ArrayLiteral':
    case 'ArrayExpression':
    case 'SubExpression':
    case 'Paren':
    case 'Hashtable':
    case 'ScriptBlockExpression':
    case 'TypeExpression':
    case 'Convert':
    case 'Attributed':
    case 'Member':
    case 'InvokeMember':
    case 'Index':
    case 'ErrorExpression':
      return true;
    default:
      return false;
  }
}

/** The direct children of a node, in the order of the text. */
export function children(node: Node): Node[] {
  const list: Node[] = [];
  addChildren(node, (child) => {
    if (child !== undefined) list.push(child);
  });
  return list;
}

/**
 * Calls `visitor` for a node and everything below it, parents first. The visitor returns false to leave out what lies
 * below a node. Long chains of operators make deep trees, so the walk keeps its own stack.
 */
export function visit(root: Node, visitor: (node: Node, parent: Node | undefined) => boolean | undefined): void {
  const nodes: Node[] = [root];
  const parents: (Node | undefined)[] = [undefined];
  while (nodes.length > 0) {
    const node = nodes.pop()!;
    if (visitor(node, parents.pop()) === false) continue;
    const below = children(node);
    for (let index = below.length - 1; index >= 0; index--) {
      nodes.push(below[index]!);
      parents.push(node);
    }
  }
}

/** The parent of every node below a root. */
export function parentsOf(root: Node): Map<Node, Node> {
  const map = new Map<Node, Node>();
  visit(root, (node, parent) => {
    if (parent !== undefined) map.set(node, parent);
  });
  return map;
}

/** The innermost nodes around an offset, outermost first. A node whose end is the offset counts. */
export function nodesAt(root: Node, offset: number): Node[] {
  const path: Node[] = [];
  let node: Node | undefined = root;
  while (node !== undefined) {
    path.push(node);
    let inner: Node | undefined;
    for (const child of children(node)) if (child.start <= offset && offset <= child.end) inner = child;
    node = inner;
  }
  return path;
}

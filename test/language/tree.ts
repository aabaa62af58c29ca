// Prints syntax trees for tests: `lines` with extents, one node a line, comparable with what the reference's own
// tree gives; `sketch` on one line without extents.

import type { Expression, Node, Redirection, Statement, TypeName } from '../../src/language/ast.ts';
import { parse } from '../../src/language/parser.ts';

interface Tree {
  head: string;
  detail: string;
  start: number;
  end: number;
  children: Tree[];
}
type Child = Node | Tree | undefined;

const quotes = {
  single: 'SingleQuoted',
  double: 'DoubleQuoted',
  bare: 'BareWord',
  'single-here': 'SingleQuotedHereString',
  'double-here': 'DoubleQuotedHereString',
} as const;
const symbols: Record<string, string> = {
  '+': 'Plus',
  '-': 'Minus',
  '*': 'Multiply',
  '/': 'Divide',
  '%': 'Rem',
  '..': 'DotDot',
  '??': 'QuestionQuestion',
  '=': 'Equals',
  '+=': 'PlusEquals',
  '-=': 'MinusEquals',
  '*=': 'MultiplyEquals',
  '/=': 'DivideEquals',
  '%=': 'RemainderEquals',
  '??=': 'QuestionQuestionEquals',
  '!': 'Exclaim',
  ',': 'Comma',
  '++': 'PlusPlus',
  '--': 'MinusMinus',
  'post++': 'PostfixPlusPlus',
  'post--': 'PostfixMinusMinus',
  '&&': 'AndAnd',
  '||': 'OrOr',
};
const streams: Record<string, string> = {
  '*': 'All',
  1: 'Output',
  2: 'Error',
  3: 'Warning',
  4: 'Verbose',
  5: 'Debug',
  6: 'Information',
};

export function typeText(type: TypeName | undefined): string {
  if (type === undefined) return '';
  const args = type.args === undefined ? '' : `<${type.args.map(typeText).join(',')}>`;
  return type.name + args + (type.ranks ?? []).map((rank) => `[${rank}]`).join('');
}

function quoted(text: string): string {
  return JSON.stringify(text).replace(/[\u007f-\uffff]/g, (c) => `\\u${c.charCodeAt(0).toString(16).padStart(4, '0')}`);
}

function words(...list: (string | false | undefined)[]): string {
  return list.filter(Boolean).join(' ');
}

function build(node: Node | Tree): Tree {
  if ('children' in node) return node;
  const { start, end } = node;
  const tree = (head: string, detail: string, ...children: Child[]): Tree => ({
    head,
    detail,
    start,
    end,
    children: children.filter((child) => child !== undefined).map((child) => build(child!)),
  });
  switch (node.kind) {
    case 'ScriptBlock':
      return tree(
        'ScriptBlock',
        '',
        ...node.usings,
        node.param,
        node.dynamicParamBlock,
        node.beginBlock,
        node.processBlock,
        node.endBlock,
        node.cleanBlock,
      );
    case 'NamedBlock':
      return tree('NamedBlock', words(node.name, node.unnamed && 'unnamed'), ...node.statements, ...node.traps);
    case 'ParamBlock':
      return tree('ParamBlock', '', ...node.attributes, ...node.parameters);
    case 'Parameter':
      return tree('Parameter', '', node.variable, ...node.attributes, node.default);
    case 'Attribute':
      return tree(
        'Attribute',
        typeText(node.type),
        ...node.positional,
        ...node.named.map(
          (named): Tree => ({
            head: 'Named',
            detail: `${named.name} ${named.omitted ? 'True' : 'False'}`,
            start: named.start,
            end: named.end,
            children: named.omitted ? [] : [build(named.value)],
          }),
        ),
      );
    case 'TypeConstraint':
      return tree('TypeConstraint', typeText(node.type));
    case 'StatementBlock':
      return tree('StatementBlock', '', ...node.statements, ...node.traps);
    case 'Pipeline':
      return tree('Pipeline', node.background ? '&' : '', ...node.elements);
    case 'PipelineChain':
      return tree('PipelineChain', symbols[node.operator] + (node.background ? '&' : ''), node.left, node.right);
    case 'Command':
      return tree('Command', node.invocation, ...node.elements, ...node.redirections);
    case 'CommandExpression':
      return tree('CommandExpression', '', node.expression, ...node.redirections);
    case 'CommandParameter':
      return tree('CommandParameter', node.name, node.argument);
    case 'Assignment':
      return tree('Assignment', symbols[node.operator]!, node.left, assigned(node.right));
    case 'FileRedirection':
    case 'MergingRedirection':
      return redirection(node, tree);
    default:
      return node.kind in statements || isMember(node)
        ? statement(node as Statement, tree)
        : expression(node as Expression, tree);
  }
}

type Make = (head: string, detail: string, ...children: Child[]) => Tree;

function redirection(node: Redirection, tree: Make): Tree {
  if (node.kind === 'MergingRedirection')
    return tree('MergingRedirection', `${streams[node.from]} ${streams[node.to]}`);
  return tree('FileRedirection', `${streams[node.from]} ${node.append ? 'True' : 'False'}`, node.target);
}

/** The reference keeps an assigned expression without the pipeline around it. */
function assigned(right: Statement): Node {
  if (
    right.kind === 'Pipeline' &&
    right.elements.length === 1 &&
    right.elements[0]!.kind === 'CommandExpression' &&
    !right.background
  )
    return right.elements[0]!;
  return right;
}

const statements = {
  If: 1,
  While: 1,
  DoWhile: 1,
  For: 1,
  ForEach: 1,
  Switch: 1,
  Try: 1,
  Trap: 1,
  Break: 1,
  Continue: 1,
  Return: 1,
  Throw: 1,
  Exit: 1,
  FunctionDefinition: 1,
  Data: 1,
  Using: 1,
  TypeDefinition: 1,
};

function isMember(node: Node): boolean {
  return node.kind === 'PropertyMember' || node.kind === 'FunctionMember';
}

function statement(
  node: Extract<Node, { kind: keyof typeof statements | 'PropertyMember' | 'FunctionMember' }> | Statement,
  tree: Make,
): Tree {
  switch (node.kind) {
    case 'If':
      return tree('If', '', ...node.clauses.flatMap((clause) => [clause.condition, clause.body]), node.elseBody);
    case 'While':
      return tree('While', node.label ?? '', node.condition, node.body);
    case 'DoWhile':
      return tree(node.until ? 'DoUntil' : 'DoWhile', node.label ?? '', node.body, node.condition);
    case 'For':
      return tree('For', node.label ?? '', node.initializer, node.condition, node.iterator, node.body);
    case 'ForEach':
      return tree('ForEach', node.label ?? '', node.variable, node.collection, node.body);
    case 'Switch': {
      const flags = [
        node.file && 'File',
        node.mode === 'regex' && 'Regex',
        node.mode === 'wildcard' && 'Wildcard',

        node.caseSensitive && 'CaseSensitive',
      ].filter(Boolean);
      return tree(
        'Switch',
        words(flags.join(', ') || 'None', node.label),
        node.condition,
        ...node.clauses.flatMap((clause) => [clause.test, clause.body]),
        node.defaultBody,
      );
    }
    case 'Try':
      return tree(
        'Try',
        '',
        node.body,
        ...node.catches.map(
          (item): Tree => ({
            head: 'Catch',
            detail: item.types.map(typeText).join(' '),
            start: item.start,
            end: item.end,
            children: [build(item.body)],
          }),
        ),
        node.finallyBody,
      );
    case 'Trap':
      return tree('Trap', typeText(node.type), node.body);
    case 'Break':
    case 'Continue':
      return tree(node.kind, '', node.label);
    case 'Return':
    case 'Throw':
    case 'Exit':
      return tree(node.kind, '', node.pipeline);
    case 'FunctionDefinition':
      return tree(
        'FunctionDefinition',
        words(node.name, node.filter && 'filter'),
        ...(node.parameters ?? []),
        node.body,
      );
    case 'Data':
      return tree('Data', node.variable ?? '', ...node.supportedCommands, node.body);
    case 'Using':
      return tree('Using', node.what, node.name);
    case 'TypeDefinition':
      return tree(
        'TypeDefinition',
        words(node.what, node.name, node.bases.map(typeText).join(' ')),
        ...node.attributes,
        ...node.members,
      );
    case 'PropertyMember':
      return tree(
        'PropertyMember',
        words(node.name, typeText(node.type), node.static && 'static', node.hidden && 'hidden'),
        ...node.attributes,
        node.initial,
      );
    case 'FunctionMember':
      return tree(
        'FunctionMember',
        words(
          node.name,
          typeText(node.returnType),
          node.static && 'static',
          node.hidden && 'hidden',
          node.constructor_ && 'ctor',
        ),
        ...node.attributes,
        ...node.parameters,
        node.body,
      );
    default:
      throw new Error(`no printer for ${node.kind}`);
  }
}

function expression(node: Expression, tree: Make): Tree {
  switch (node.kind) {
    case 'NumberConstant':
      return tree(
        'Number',
        `${node.type} ${String(node.value).replace('e+', 'E+').replace('e-', 'E-').replace('Infinity', '∞')}`,
      );
    case 'StringConstant':
      return tree('String', `${quotes[node.quote]} ${quoted(node.value)}`);
    case 'ExpandableString':
      return tree(
        'Expandable',
        `${quotes[node.quote]} ${quoted(node.value)}`,
        ...node.parts.filter((part): part is Expression => typeof part !== 'string'),
      );
    case 'Variable':
      return tree(
        'Variable',
        quoted(node.scope === undefined ? node.name : `${node.scope}:${node.name}`) +
          (node.splatted ? ' splatted' : ''),
      );
    case 'Binary':
      return tree(
        'Binary',
        `${operatorName(node.operator)} ${node.operatorExtent.start}-${node.operatorExtent.end}`,
        node.left,
        node.right,
      );
    case 'Unary':
      return tree('Unary', symbols[node.operator] ?? operatorName(node.operator), node.operand);
    case 'Ternary':
      return tree('Ternary', '', node.condition, node.ifTrue, node.ifFalse);
    case 'ArrayLiteral':
      return tree('ArrayLiteral', '', ...node.elements);
    case 'ArrayExpression':
    case 'SubExpression':
      return tree(node.kind, '', node.body);
    case 'Paren':
      return tree('Paren', '', node.pipeline);
    case 'Hashtable':
      return tree('Hashtable', '', ...node.entries.flatMap((entry) => [entry.key, entry.value]));
    case 'ScriptBlockExpression':
      return tree('ScriptBlockExpression', '', node.body);
    case 'TypeExpression':
      return tree('TypeExpression', typeText(node.type));
    case 'Convert':
      return tree('Convert', typeText(node.type), node.operand);
    case 'Attributed':
      return tree('Attributed', '', node.attribute, node.operand);
    case 'Member':
      return tree('Member', words(node.static && 'static', node.nullConditional && '?'), node.target, node.member);
    case 'InvokeMember':
      return tree(
        'InvokeMember',
        words(node.static && 'static', node.nullConditional && '?', node.genericArgs?.map(typeText).join(',')),
        node.target,
        node.member,
        ...node.args,
      );
    case 'Index':
      return tree('Index', node.nullConditional ? '?' : '', node.target, node.index);
    case 'ErrorExpression':
      return tree('ErrorExpression', '');
  }
}

function operatorName(operator: string): string {
  return symbols[operator] ?? operator;
}

function print(tree: Tree, depth: number, out: string[]): void {
  out.push(`${' '.repeat(depth)}${tree.head} ${tree.start}-${tree.end}${tree.detail === '' ? '' : ` ${tree.detail}`}`);
  for (const child of tree.children) print(child, depth + 1, out);
}

/** The tree of a source, a node a line, with extents. */
export function lines(source: string): string {
  const out: string[] = [];
  print(build(parse(source).ast), 0, out);
  return `${out.join('\n')}\n`;
}

const symbolOf: Record<string, string> = Object.fromEntries(
  Object.entries(symbols).map(([symbol, name]) => [name, symbol]),
);

function brief(tree: Tree): string {
  const written = tree.head === 'Binary' ? tree.detail.split(' ')[0]! : tree.detail;
  const detail = symbolOf[written] ?? written;
  if (
    tree.children.length === 1 &&
    detail === '' &&
    ['Pipeline', 'CommandExpression', 'StatementBlock', 'ScriptBlock'].includes(tree.head)
  )
    return brief(tree.children[0]!);
  const parts = [tree.head, detail, ...tree.children.map(brief)].filter((part) => part !== '');
  return parts.length === 1 ? parts[0]! : `(${parts.join(' ')})`;
}

/** The statements of a source on one line, without extents and without pipelines that hold one expression. */
export function sketch(source: string): string {
  const { ast } = parse(source);
  return [...(ast.endBlock?.statements ?? []), ...(ast.endBlock?.traps ?? [])]
    .map((node) => brief(build(node)))
    .join(' ');
}

export function sketchScriptBlock(source: string): string {
  return brief(build(parse(source).ast));
}

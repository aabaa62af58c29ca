// Syntax trees as scripts see them: `{ }.Ast`, and [Parser]::ParseInput.

import type * as ast from '../../language/ast.ts';
import { parse } from '../../language/parser.ts';
import { tokenize } from '../../language/tokens.ts';
import { toBool } from '../convert.ts';
import { makePosition } from '../interpreter/error-records.ts';
import { ParseErrorInfo } from '../parse-error.ts';
import { callDelegate } from '../types/callable.ts';
import type { TypeSpec } from '../types/ps-type.ts';
import type { PSReference } from '../types/reference.ts';
import { typedArray, type Value } from '../values.ts';
import { AstView, scriptBlockView } from './ast-view.ts';

const L = 'System.Management.Automation.Language';
const views = new WeakMap<object, AstView>();

export function astObject(node: ast.ScriptBlock): Value {
  let view = views.get(node);
  if (view === undefined) views.set(node, (view = scriptBlockView(node)));
  return view;
}

function parseInput(text: string, tokens: PSReference, errors: PSReference): Value {
  const parsed = parse(text);
  const { source } = parsed.ast;
  tokens.value = tokenize(text).tokens.map((token) => new AstView(token, source, undefined));
  errors.value = typedArray(
    parsed.errors.map((error) => new ParseErrorInfo(error, makePosition(source, error))),
    `${L}.ParseError`,
  );
  return astObject(parsed.ast);
}

export function astTypes(): TypeSpec[] {
  const test =
    (predicate: Value) =>
    (view: AstView): boolean =>
      toBool(callDelegate(predicate, [view]));
  return [
    {
      name: `${L}.Ast`,
      abstract: true,
      methods: {
        'System.Object FindAll(System.Object predicate, bool searchNestedScriptBlocks)': (
          view: AstView,
          predicate: Value,
          nested: boolean,
        ) => view.findAll(test(predicate), nested),
        'System.Object Find(System.Object predicate, bool searchNestedScriptBlocks)': (
          view: AstView,
          predicate: Value,
          nested: boolean,
        ) => view.findAll(test(predicate), nested)[0] ?? null,
        'string ToString()': (view: AstView) => view.text,
      },
    },
    {
      name: `${L}.Parser`,
      kind: 'static',
      staticMethods: {
        'System.Object ParseInput(string input, ref System.Object tokens, ref System.Object errors)': parseInput,
      },
    },
  ];
}

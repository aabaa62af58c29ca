// What the parser makes of the language, as small tables: source → tree without extents.

import { describe, expect, it } from 'vitest';
import { sketch, sketchScriptBlock } from './tree.ts';

function table(name: string, rows: readonly (readonly [source: string, tree: string])[]): void {
  describe(name, () => {
    for (const [source, tree] of rows) it(JSON.stringify(source), () => expect(sketch(source)).toBe(tree));
  });
}

table('commands read words, expressions read operators', [
  ['foo a-b', '(Command (String BareWord "foo") (String BareWord "a-b"))'],
  ['$a-$b', '(Binary - (Variable "a") (Variable "b"))'],
  ['foo -5', '(Command (String BareWord "foo") (String BareWord "-5"))'],
  ['foo 1..3', '(Command (String BareWord "foo") (String BareWord "1..3"))'],
  ['foo -a:1', '(Command (String BareWord "foo") (CommandParameter a (Number Int32 1)))'],
  [
    'foo $a.b,c',
    '(Command (String BareWord "foo") (ArrayLiteral (Member (Variable "a") (String BareWord "b")) (String BareWord "c")))',
  ],
  ['foo if else', '(Command (String BareWord "foo") (String BareWord "if") (String BareWord "else"))'],
  ['foo a#b #c', '(Command (String BareWord "foo") (String BareWord "a#b"))'],
  [
    'foo --% a > b | c',
    '(Pipeline (Command (String BareWord "foo") (String BareWord "--%") (String BareWord "a > b ")) (Command (String BareWord "c")))',
  ],
  ['& $a 1', '(Command & (Variable "a") (Number Int32 1))'],
]);

table('operators bind as about_Operator_Precedence says', [
  ['1 + 2 * 3', '(Binary + (Number Int32 1) (Binary * (Number Int32 2) (Number Int32 3)))'],
  ['1 - 2 - 3', '(Binary - (Binary - (Number Int32 1) (Number Int32 2)) (Number Int32 3))'],
  ['1,2 + 3', '(Binary + (ArrayLiteral (Number Int32 1) (Number Int32 2)) (Number Int32 3))'],
  ['1..2 * 3', '(Binary * (Binary .. (Number Int32 1) (Number Int32 2)) (Number Int32 3))'],
  ["'{0}' -f 1 + 2", '(Binary + (Binary format (String SingleQuoted "{0}") (Number Int32 1)) (Number Int32 2))'],
  ['$a -or $b -and $c', '(Binary and (Binary or (Variable "a") (Variable "b")) (Variable "c"))'],
  ['-not $a -eq $b', '(Binary ieq (Unary not (Variable "a")) (Variable "b"))'],
  ['$a ? 1 : 2', '(Ternary (Variable "a") (Number Int32 1) (Number Int32 2))'],
  ['[int]$a.b', '(Convert int (Member (Variable "a") (String BareWord "b")))'],
  [',1', '(ArrayLiteral (Number Int32 1))'],
]);

table('strings expand variables and subexpressions, not members', [
  ['"$a.b"', '(Expandable DoubleQuoted "$a.b" (Variable "a"))'],
  ['"$(1)$env:x"', '(Expandable DoubleQuoted "$(1)$env:x" (SubExpression (Number Int32 1)) (Variable "env:x"))'],
  ['"a`tb""c"', '(String DoubleQuoted "a\\tb\\"c")'],
  ["@'\na\n'@", '(String SingleQuotedHereString "a")'],
  ['“a”', '(String DoubleQuoted "a")'],
]);

table('pipelines go over lines and chains', [
  ['a |\nb', '(Pipeline (Command (String BareWord "a")) (Command (String BareWord "b")))'],
  ['a\n| b', '(Pipeline (Command (String BareWord "a")) (Command (String BareWord "b")))'],
  [
    'a && b || c',
    '(PipelineChain || (PipelineChain && (Command (String BareWord "a")) (Command (String BareWord "b"))) (Command (String BareWord "c")))',
  ],
  ['a 2>&1', '(Command (String BareWord "a") (MergingRedirection Error Output))'],
]);

table('statements', [
  ['if(1){2}else{3}', '(If (Number Int32 1) (Number Int32 2) (Number Int32 3))'],
  ['foreach($a in 1){}', '(ForEach (Variable "a") (Number Int32 1) StatementBlock)'],
  ['$a = if(1){2}', '(Assignment = (Variable "a") (If (Number Int32 1) (Number Int32 2)))'],
  ['trap{1}', '(Trap (Number Int32 1))'],
  [':a while(1){break a}', '(While a (Number Int32 1) (Break (String BareWord "a")))'],
]);

describe('script blocks', () => {
  it('hold parameters and named blocks', () => {
    expect(sketchScriptBlock('param($a) process { $a }')).toBe(
      '(ScriptBlock (ParamBlock (Parameter (Variable "a"))) (NamedBlock process (Variable "a")))',
    );
  });
  it('make a filter’s statements its process block', () => {
    expect(sketch('filter f { $_ }')).toBe('(FunctionDefinition f filter (NamedBlock process unnamed (Variable "_")))');
  });
});

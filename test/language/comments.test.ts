// #Requires lines and help comments.

import { describe, expect, it } from 'vitest';
import type { FunctionDefinition } from '../../src/language/ast.ts';
import { parse } from '../../src/language/parser.ts';

describe('#Requires', () => {
  it('lines add up, wherever they stand', () => {
    const { ast, errors } = parse(
      '#Requires -Version 5.1\nfoo #requires -modules a, @{ModuleName="b";ModuleVersion="1.0"}\n#requires -RunAsAdministrator',
    );
    expect(errors).toEqual([]);
    expect(ast.requires).toEqual({
      version: '5.1',
      modules: [{ name: 'a' }, { name: 'b', version: '1.0' }],
      editions: [],
      runAsAdministrator: true,
    });
  });
  it('is no requirement with a blank before the word', () => {
    expect(parse('# requires -version 9').ast.requires).toBeUndefined();
  });
  const faults: readonly (readonly [string, string])[] = [
    ['#requires -version', 'ParameterRequiresArgument 10-18'],
    ['#requires -version x', 'RequiresVersionInvalid 19-20'],
    ['#requires foo', 'ScriptRequiresInvalidFormat 10-13'],
    ['#requires -version 5\n#requires -version 6', 'ParameterAlreadyBound 31-39'],
  ];
  for (const [source, expected] of faults) {
    it(JSON.stringify(source), () => {
      expect(parse(source).errors.map((error) => `${error.id} ${error.start}-${error.end}`)).toEqual([expected]);
    });
  }
});

function helpOf(source: string): (string | undefined)[] {
  const { ast } = parse(source);
  const functions = ast.endBlock!.statements.filter(
    (node): node is FunctionDefinition => node.kind === 'FunctionDefinition',
  );
  return [ast, ...functions.map((node) => node.body)].map((block) => block.helpComment?.trim());
}

describe('help comments', () => {
  const rows: readonly (readonly [source: string, help: (string | undefined)[]])[] = [
    ['<#\n.SYNOPSIS\nTop\n#>\nparam()', ['.SYNOPSIS\nTop']],
    ['foo\n# .SYNOPSIS\n# Last', ['.SYNOPSIS\n Last']],
    ['function f {\n<#\n.SYNOPSIS\nx\n#>\n1 }', [undefined, '.SYNOPSIS\nx']],
    ['# .SYNOPSIS\n# x\nfunction f { 1 }', [undefined, '.SYNOPSIS\n x']],
    ['function f { 1\n# .SYNOPSIS\n# x\n}', [undefined, '.SYNOPSIS\n x']],
    ['# no help\nfunction f { 1 }', [undefined, undefined]],
  ];
  for (const [source, help] of rows) it(JSON.stringify(source), () => expect(helpOf(source)).toEqual(help));
});

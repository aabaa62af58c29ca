// `command &`: a background job, which runs to its end at once.

import type * as ast from '../../language/ast.ts';
import { ScriptBlock } from '../script-block.ts';
import type { CompileContext } from './compile-context.ts';
import type { Execute } from './compiled-block.ts';

export function startBackground(node: ast.Pipeline | ast.PipelineChain, context: CompileContext): Execute {
  const { start, end } = node;
  const statement = { ...node, background: false };
  const endBlock: ast.NamedBlock = {
    kind: 'NamedBlock',
    name: 'end',
    unnamed: true,
    statements: [statement],
    traps: [],
    start,
    end,
  };
  const body: ast.ScriptBlock = {
    kind: 'ScriptBlock',
    source: context.source,
    usings: [],
    attributes: [],
    endBlock,
    start,
    end,
  };
  return (frame, output) => {
    const block = new ScriptBlock(frame.engine, body, frame.session, start, end);
    for (const job of frame.engine.invokeCommand('Start-Job', { named: { ScriptBlock: block } })) output.write(job);
    return 0;
  };
}

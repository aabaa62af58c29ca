// Comment-based help (about_Comment_Based_Help): finds the comment that documents a script or a function and notes its
// text at the script block. A function's help stands before it, or first or last in its body; a script's help first or last.

import type { Extent, FunctionDefinition, ScriptBlock } from './ast.ts';
import { visit } from './visit.ts';

const keyword =
  /^[ \t]*#*[ \t]*\.(synopsis|description|parameter[ \t]+\S+|example|inputs|outputs|notes|link|component|role|functionality|forwardhelptargetname[ \t]+\S+|forwardhelpcategory[ \t]+\S+|remotehelprunspace[ \t]+\S+|externalhelp[ \t]+\S+)[ \t]*$/im;

/** A block comment, or line comments on lines that follow each other. */
interface Block extends Extent {
  text: string;
}

function contentOf(comment: string): string {
  if (comment.startsWith('<#')) return comment.slice(2, comment.endsWith('#>') ? -2 : undefined);
  return comment.replace(/^#+/, '');
}

function group(text: string, comments: readonly Extent[]): Block[] {
  const blocks: Block[] = [];
  let lineRun = false;
  for (const { start, end } of comments) {
    const comment = text.slice(start, end);
    const isLine = !comment.startsWith('<#');
    const last = blocks[blocks.length - 1];
    if (lineRun && isLine && last !== undefined && /^[ \t]*(\r\n|\n|\r)[ \t]*$/.test(text.slice(last.end, start))) {
      last.text += `\n${contentOf(comment)}`;
      last.end = end;
    } else blocks.push({ start, end, text: contentOf(comment) });
    lineRun = isLine;
  }
  return blocks;
}

class HelpFinder {
  private readonly text: string;
  private readonly blocks: readonly Block[];

  constructor(text: string, blocks: readonly Block[]) {
    this.text = text;
    this.blocks = blocks;
  }

  /** The help that ends before an offset with at most one empty line between. */
  before(offset: number): Block | undefined {
    const block = this.blocks.findLast((item) => item.end <= offset);
    if (block === undefined || !isHelp(block)) return undefined;
    const between = this.text.slice(block.end, offset);
    return /\S/.test(between) || (between.match(/\r\n|\n|\r/g) ?? []).length > 2 ? undefined : block;
  }

  /** The first help comment behind an offset with nothing but blanks and other comments between. */
  first(offset: number, limit: number): Block | undefined {
    let position = offset;
    for (const block of this.blocks) {
      if (block.start < offset) continue;
      if (block.end > limit || /\S/.test(this.text.slice(position, block.start))) return undefined;
      if (isHelp(block)) return block;
      position = block.end;
    }
    return undefined;
  }

  last(from: number, limit: number): Block | undefined {
    const block = this.blocks.findLast((item) => item.end <= limit);
    if (block === undefined || block.start < from || !isHelp(block)) return undefined;
    return /\S/.test(this.text.slice(block.end, limit)) ? undefined : block;
  }
}

function isHelp(block: Block): boolean {
  return keyword.test(block.text);
}

function noteFunction(node: FunctionDefinition, finder: HelpFinder): Block | undefined {
  const { body } = node;
  const block =
    finder.before(node.start) ?? finder.first(body.start + 1, body.end) ?? finder.last(body.start, body.end - 1);
  if (block !== undefined) body.helpComment = block.text;
  return block;
}

/** Notes the help comments of a script and of the functions in it. */
export function noteHelpComments(script: ScriptBlock, comments: readonly Extent[]): void {
  const { text } = script.source;
  if (!comments.some(({ start, end }) => /^[ \t#]*<?#?[ \t]*\.\w/m.test(text.slice(start, end)))) return;
  const blocks = group(text, comments);
  const finder = new HelpFinder(text, blocks);
  const taken = new Set<Block>();
  visit(script, (node) => {
    if (node.kind !== 'FunctionDefinition') return undefined;
    const block = noteFunction(node, finder);
    if (block !== undefined) taken.add(block);
    return undefined;
  });
  const own = finder.first(0, text.length) ?? finder.last(0, text.length);
  if (own !== undefined && !taken.has(own)) script.helpComment = own.text;
}

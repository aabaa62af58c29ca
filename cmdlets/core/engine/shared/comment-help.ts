// Comment-based help of functions and scripts (about_Comment_Based_Help).

import type { ScriptBlock } from '../../../../src/runtime/script-block.ts';

export interface CommentHelp {
  synopsis: string;
  description: string;
  parameters: Map<string, string>;
  examples: string[];
  notes: string;
  links: string[];
  inputs: string;
  outputs: string;
}

const KEYWORDS =
  /^\s*\.(SYNOPSIS|DESCRIPTION|PARAMETER|EXAMPLE|INPUTS|OUTPUTS|NOTES|LINK|COMPONENT|ROLE|FUNCTIONALITY|FORWARDHELPTARGETNAME|FORWARDHELPCATEGORY|REMOTEHELPRUNSPACE|EXTERNALHELP)\b[ \t]*(.*)$/i;

/** A block comment, or line comments in a row, as plain lines. */
function commentText(comment: string): string {
  const block = /^<#([\s\S]*?)#>$/.exec(comment.trim());
  if (block) return block[1]!;
  return comment
    .split('\n')
    .map((line) => line.replace(/^\s*#/, ''))
    .join('\n');
}

function parse(comment: string): CommentHelp | undefined {
  const help: CommentHelp = {
    synopsis: '',
    description: '',
    parameters: new Map(),
    examples: [],
    notes: '',
    links: [],
    inputs: '',
    outputs: '',
  };
  let found = false;
  let keyword = '';
  let argument = '';
  let lines: string[] = [];
  const close = (): void => {
    const text = trimBlankLines(lines);
    if (keyword === 'SYNOPSIS') help.synopsis = text;
    else if (keyword === 'DESCRIPTION') help.description = text;
    else if (keyword === 'PARAMETER') help.parameters.set(argument.toLowerCase(), text);
    else if (keyword === 'EXAMPLE') help.examples.push(text);
    else if (keyword === 'NOTES') help.notes = text;
    else if (keyword === 'LINK') help.links.push(text);
    else if (keyword === 'INPUTS') help.inputs = text;
    else if (keyword === 'OUTPUTS') help.outputs = text;
  };
  for (const line of commentText(comment).replace(/\r/g, '').split('\n')) {
    const match = KEYWORDS.exec(line);
    if (match) {
      close();
      found = true;
      keyword = match[1]!.toUpperCase();
      argument = match[2]!.trim();
      lines = [];
    } else lines.push(line);
  }
  close();
  return found ? help : undefined;
}

/** Without empty lines at both ends and the indentation of the first line. */
function trimBlankLines(lines: string[]): string {
  const kept = [...lines];
  while (kept.length > 0 && kept[0]!.trim() === '') kept.shift();
  while (kept.length > 0 && kept[kept.length - 1]!.trim() === '') kept.pop();
  const indent = /^\s*/.exec(kept[0] ?? '')![0].length;
  return kept.map((line) => line.slice(Math.min(indent, /^\s*/.exec(line)![0].length)).trimEnd()).join('\n');
}

const COMMENT = String.raw`(<#(?:(?!<#|#>)[\s\S])*#>|(?:(?<=^|\n)[ \t]*#[^\n]*(?:\n|$))+)`;
/** A comment that ends the text, at most one empty line after it. */
const LAST_COMMENT = new RegExp(String.raw`${COMMENT}[ \t]*(?:\r?\n[ \t]*){0,2}$`);
const COMMENT_AT_END = new RegExp(String.raw`${COMMENT}\s*$`);
const FIRST_COMMENT = /^\s*(<#[\s\S]*?#>|(?:[ \t]*#[^\n]*(?:\n|$))+)/;

/** Help of a function: in the comment before it, or at the beginning or end of its body. */
export function commentHelpOf(block: ScriptBlock): CommentHelp | undefined {
  const { text } = block.ast.source;
  const body = block.toString();
  const first = FIRST_COMMENT.exec(body);
  const inside = first && parse(first[1]!);
  if (inside) return inside;
  const atEnd = COMMENT_AT_END.exec(body);
  const last = atEnd && parse(atEnd[1]!);
  if (last) return last;
  const head = text.slice(0, block.textStart);
  const keyword = head.search(/(?:function|filter)\s+[^\s{(]+\s*(?:\([^)]*\)\s*)?\{?$/i);
  if (keyword < 0) return undefined;
  const before = LAST_COMMENT.exec(head.slice(0, keyword));
  return before ? parse(before[1]!) : undefined;
}

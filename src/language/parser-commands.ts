// Commands: a name or expression that is invoked, then arguments, parameters and redirections, read in command mode.

import type {
  Command,
  CommandParameter,
  Expression,
  FileRedirection,
  MergingRedirection,
  Redirection,
  StringConstant,
} from './ast.ts';
import { classOf, isDash, LINE_END, WHITE_SPACE } from './characters.ts';
import { LexerMode } from './parser-base.ts';
import { ExpressionParser } from './parser-expressions.ts';
import type { Token } from './token.ts';
import { TokenKind } from './token-kind.ts';

export abstract class CommandParser extends ExpressionParser {
  /** The command that begins at the next token, in command mode; undefined if none can begin there. */
  protected parseCommand(): Command | undefined {
    const redirections: Redirection[] = [];
    const first = this.peek();
    const { start } = first;
    let invocation: Command['invocation'] = '';
    if (first.kind === TokenKind.Generic && this.codeAt(start) === 46 && this.codeAt(start + 1) === 36) {
      // `.$script` runs what the variable holds, without a blank too.
      this.moveTo(start + 1);
      invocation = '.';
    } else if (first.kind === TokenKind.Ampersand || first.kind === TokenKind.Dot) {
      invocation = first.kind === TokenKind.Dot ? '.' : '&';
      this.skip();
    }
    const name = this.parseName(invocation);
    if (name === undefined) {
      if (invocation === '') return undefined;
      this.error('MissingExpression', first.start, first.end, invocation);
      return undefined;
    }
    const command: Command = { kind: 'Command', start, end: name.end, invocation, elements: [name], redirections };
    this.parseElements(command);
    command.end = this.lastEnd;
    // A copy holds no spare room: commands are many and short.
    if (command.elements.length > 1) command.elements = command.elements.slice();
    return command;
  }

  /** A command's name: without & or . nothing in it expands, and what looks like a redirection is a name too. */
  private parseName(invocation: Command['invocation']): Expression | undefined {
    const token = this.peek();
    if (token.kind === TokenKind.Redirection) {
      this.skip();
      return bareWord(token, this.textOf(token));
    }
    const name = this.parseArgument();
    if (invocation !== '' || name?.kind !== 'ExpandableString' || name.quote !== 'bare') return name;
    return { kind: 'StringConstant', start: name.start, end: name.end, value: name.value, quote: 'bare' };
  }

  private parseElements(command: Command): void {
    const { elements } = command;
    let parametersEnded = false;
    for (;;) {
      const token = this.peek();
      switch (token.kind) {
        case TokenKind.EndOfInput:
        case TokenKind.NewLine:
        case TokenKind.Semi:
        case TokenKind.Pipe:
        case TokenKind.AndAnd:
        case TokenKind.OrOr:
        case TokenKind.RParen:
        case TokenKind.RCurly:
        case TokenKind.Ampersand:
          return;
        case TokenKind.Redirection:
          this.addRedirection(command.redirections, this.parseRedirection());
          break;
        case TokenKind.Parameter:
          this.skip();
          elements.push(parametersEnded ? bareWord(token, this.textOf(token)) : this.parseParameter(token));
          break;
        case TokenKind.MinusMinus:
          this.skip();
          if (parametersEnded) elements.push(bareWord(token, this.textOf(token)));
          else elements.push({ kind: 'CommandParameter', start: token.start, end: token.end, name: '-', text: '--' });
          parametersEnded = true;
          break;
        case TokenKind.Comma:
          this.skip();
          this.error('MissingArgument', token.start, token.end);
          break;
        default:
          if (!this.parsePlainElement(token, elements)) return;
      }
    }
  }

  private parsePlainElement(token: Token, elements: Command['elements']): boolean {
    if (token.kind === TokenKind.Generic && token.text === '--%') {
      this.skip();
      this.parseVerbatim(token, elements);
      return true;
    }
    const argument = this.parseArgumentList();
    if (argument === undefined) return false;
    elements.push(argument);
    return true;
  }

  /** Everything behind `--%` up to a pipe or the line's end is one word (about_Parsing). */
  private parseVerbatim(token: Token, elements: Command['elements']): void {
    const { text } = this;
    elements.push(bareWord(token, token.text));
    let position = token.end;
    while ((classOf(text.charCodeAt(position)) & WHITE_SPACE) !== 0) position++;
    const start = position;
    let quoted = false;
    for (; position < text.length; position++) {
      const code = text.charCodeAt(position);
      if ((classOf(code) & LINE_END) !== 0) break;
      if (code === 34) quoted = !quoted;
      else if (!quoted && (code === 124 || (code === 38 && text.charCodeAt(position + 1) === 38))) break;
    }
    this.moveTo(position);
    this.lastEnd = position;
    if (position === start) return;
    elements.push({ kind: 'StringConstant', start, end: position, value: text.slice(start, position), quote: 'bare' });
  }

  private parseParameter(token: Token): CommandParameter {
    const node: CommandParameter = {
      kind: 'CommandParameter',
      start: token.start,
      end: token.end,
      name: token.text,
      text: this.textOf(token),
    };
    if (!token.marked) return node;
    node.name = token.text;
    const argument = this.parseArgumentList();
    if (argument === undefined) this.error('ParameterRequiresArgument', token.end, token.end, this.textOf(token));
    else {
      node.argument = argument;
      node.end = argument.end;
    }
    return node;
  }

  /** One argument; commas join several to an array. */
  private parseArgumentList(): Expression | undefined {
    const first = this.parseArgument();
    if (first === undefined || this.peek().kind !== TokenKind.Comma) return first;
    const elements = [first];
    this.checkSplattedElement(first);
    while (this.peek().kind === TokenKind.Comma) {
      const comma = this.next();
      this.skipNewLines();
      const element = this.parseArgument();
      if (element === undefined) {
        this.missing('MissingExpression', comma.end, ',');
        elements.push(this.errorExpression(comma.start, comma.end));
        break;
      }
      elements.push(element);
      this.checkSplattedElement(element);
    }
    return { kind: 'ArrayLiteral', start: first.start, end: elements[elements.length - 1]!.end, elements };
  }

  private checkSplattedElement(element: Expression): void {
    if (element.kind !== 'Variable' || element.splatted !== true) return;
    this.semanticError('SplattingNotPermittedInArgumentList', element, element.name);
  }

  protected parseArgument(): Expression | undefined {
    const token = this.peek();
    switch (token.kind) {
      case TokenKind.EndOfInput:
      case TokenKind.NewLine:
      case TokenKind.Semi:
      case TokenKind.Pipe:
      case TokenKind.AndAnd:
      case TokenKind.OrOr:
      case TokenKind.RParen:
      case TokenKind.RCurly:
      case TokenKind.Ampersand:
      case TokenKind.Comma:
      case TokenKind.Redirection:
      case TokenKind.Unknown:
        return undefined;
      case TokenKind.RedirectInStd:
        this.skip();
        this.error('RedirectionNotSupported', token.start, token.end, this.textOf(token));
        return this.errorExpression(token.start, token.end);
      case TokenKind.Generic:
        this.skip();
        return this.genericArgument(token);
      case TokenKind.Identifier:
        this.skip();
        return bareWord(token, token.text);
      default: {
        const node = this.parsePrimary(false);
        if (node !== undefined) return node;
        this.skip();
        return bareWord(token, this.textOf(token));
      }
    }
  }

  private genericArgument(token: Token): Expression {
    if (!token.open) {
      const code = this.text.charCodeAt(token.start);
      if (isDash(code) || code === 43) return this.signedNumber(token) ?? bareWord(token, token.text);
      return bareWord(token, token.text);
    }
    return this.stringNode(token);
  }

  /** `-5` and `+5` as arguments are words; what takes them converts the text. */
  private signedNumber(_token: Token): Expression | undefined {
    return undefined;
  }

  /** A stream can be sent to one place only. */
  protected addRedirection(redirections: Redirection[], added: Redirection): void {
    if (redirections.some((other) => other.from === added.from)) {
      this.semanticError('StreamAlreadyRedirected', added, streamNames[added.from] ?? 'output');
    }
    redirections.push(added);
  }

  protected parseRedirection(): Redirection {
    const token = this.next();
    const { from, append, to } = token.redirection!;
    const { start } = token;
    if (to !== undefined) {
      if (to !== 1 || from === 1) this.error('RedirectionNotSupported', token.start, token.end, this.textOf(token));
      return { kind: 'MergingRedirection', start, end: token.end, from, to } satisfies MergingRedirection;
    }
    const mode = this.setMode(LexerMode.Command);
    let target = this.parseArgument();
    this.setMode(mode);
    if (target === undefined) {
      this.error('MissingFileSpecification', token.end, token.end);
      target = this.errorExpression(token.end, token.end);
    }
    return { kind: 'FileRedirection', start, end: target.end, from, append, target } satisfies FileRedirection;
  }
}

const streamNames: Readonly<Record<string, string>> = {
  1: 'output',
  2: 'error',
  3: 'warning',
  4: 'verbose',
  5: 'debug',
  6: 'information',
  '*': 'output',
};

export function bareWord(token: Token, value: string): StringConstant {
  return { kind: 'StringConstant', start: token.start, end: token.end, value, quote: 'bare' };
}

// Classes and enums.

import type {
  Attribute,
  Expression,
  FunctionMember,
  PropertyMember,
  Statement,
  TypeConstraint,
  TypeDefinition,
  TypeName,
} from './ast.ts';
import { wordBehindBrackets } from './brackets.ts';
import { checkMembers } from './checks.ts';
import { checkMethods } from './checks-methods.ts';
import { LexerMode } from './parser-base.ts';
import { FunctionParser } from './parser-functions.ts';
import type { Token } from './token.ts';
import { isKeyword, TokenKind } from './token-kind.ts';

interface MemberStart {
  start: number;
  attributes: Attribute[];
  type: TypeName | undefined;
  static: boolean;
  hidden: boolean;
}

export abstract class ClassParser extends FunctionParser {
  /** Types defined so far, in lower case. */
  private readonly typeNames = new Set<string>();

  private checkTypeName(node: TypeDefinition): void {
    const name = node.name.toLowerCase();
    if (this.typeNames.has(name)) this.semanticError('MemberAlreadyDefined', node, node.name);
    this.typeNames.add(name);
  }

  protected tryAttributedType(): Statement | undefined {
    const { start } = this.peek();
    const word = wordBehindBrackets(this.text, start);
    if (word !== 'class' && word !== 'enum') return undefined;
    this.moveTo(start);
    this.setMode(LexerMode.Expression);
    const attributes = this.parseAttributeList();
    this.setMode(LexerMode.Command);
    const { kind } = this.peek();
    if (kind === TokenKind.Class) return this.parseClass(attributes);
    if (kind === TokenKind.Enum) return this.parseEnum(attributes);
    this.moveTo(start);
    return undefined;
  }

  protected parseClass(attributes: Attribute[] = []): Statement {
    const node = this.parseTypeHead('class', attributes);
    const open = this.openBody(node);
    if (open === undefined) return node;
    this.nested(() => {
      for (;;) {
        this.skipSeparators();
        const { kind } = this.peek();
        if (kind === TokenKind.RCurly || kind === TokenKind.EndOfInput) break;
        const member = this.parseMemberDefinition(node.name);
        if (member === undefined) break;
        node.members.push(member);
      }
      this.closeTypeBody(open);
    });
    node.end = this.lastEnd;
    checkMembers(node, this.report);
    checkMethods(node, this.report);
    this.checkTypeName(node);
    return node;
  }

  /** `class Name : Base, Interface` or `enum Name : byte`. */
  private parseTypeHead(what: 'class' | 'enum', attributes: Attribute[]): TypeDefinition {
    const keyword = this.next();
    const node: TypeDefinition = {
      kind: 'TypeDefinition',
      start: attributes[0]?.start ?? keyword.start,
      end: keyword.end,
      what,
      name: '',
      attributes,
      bases: [],
      members: [],
    };
    this.skipNewLines();
    const mode = this.setMode(LexerMode.Signature);
    const name = this.peek();
    if (name.kind === TokenKind.Identifier || isKeyword(name.kind)) {
      this.skip();
      node.name = name.text;
      node.end = name.end;
    } else {
      this.missing('MissingNameAfterKeyword', keyword.end, what);
      this.setMode(mode);
      return node;
    }
    this.skipNewLines();
    if (this.peek().kind === TokenKind.Colon) {
      this.skip();
      for (;;) {
        this.skipNewLines();
        const base = this.parseTypeName(false);
        if (base === undefined) {
          this.missing('TypeNameExpected', this.lastEnd);
          break;
        }
        node.bases.push(base);
        this.skipNewLines();
        if (this.peek().kind !== TokenKind.Comma) break;
        this.skip();
      }
    }
    this.setMode(mode);
    return node;
  }

  private openBody(node: TypeDefinition): Token | undefined {
    if (node.name === '') return undefined;
    this.skipNewLines();
    const open = this.peek();
    if (open.kind === TokenKind.LCurly) {
      this.skip();
      return open;
    }
    this.missing('MissingTypeBody', this.lastEnd, node.what);
    return undefined;
  }

  private closeTypeBody(open: Token): void {
    if (this.peek().kind === TokenKind.RCurly) this.skip();
    else this.missingRange('MissingEndCurlyBrace', open.end, open.end, this.peek().start);
  }

  private parseMemberDefinition(className: string): PropertyMember | FunctionMember | undefined {
    const head = this.parseMemberStart();
    const token = this.peek();
    if (token.kind === TokenKind.Variable) return this.parseProperty(head, token);
    if (token.kind === TokenKind.Identifier || isKeyword(token.kind)) return this.parseMethod(head, token, className);
    if (head.start < token.start) {
      this.missing('IncompleteMemberDefinition', this.lastEnd);
      this.skipUntil(TokenKind.RCurly, TokenKind.Semi, TokenKind.NewLine);
    }
    return undefined;
  }

  private parseMemberStart(): MemberStart {
    const head: MemberStart = {
      start: this.peek().start,
      attributes: [],
      type: undefined,
      static: false,
      hidden: false,
    };
    this.setMode(LexerMode.Signature);
    for (;;) {
      const token = this.peek();
      if (token.kind === TokenKind.Static && this.isModifier(token)) {
        if (head.static) this.error('DuplicateQualifier', token.start, token.end, 'static');
        head.static = true;
      } else if (token.kind === TokenKind.Hidden && this.isModifier(token)) {
        if (head.hidden) this.error('DuplicateQualifier', token.start, token.end, 'hidden');
        head.hidden = true;
      } else if (token.kind === TokenKind.LBracket) {
        for (const constraint of this.parseConstraints()) this.addConstraint(head, constraint);
        continue;
      } else return head;
      this.skip();
      this.skipNewLines();
    }
  }

  /** `static` and `hidden` are names of methods when a parenthesis follows. */
  private isModifier(token: Token): boolean {
    return this.text.charCodeAt(token.end) !== 40;
  }

  private addConstraint(head: MemberStart, constraint: Attribute | TypeConstraint): void {
    if (constraint.kind === 'Attribute') head.attributes.push(constraint);
    else if (head.type === undefined) head.type = constraint.type;
    else this.error('TooManyTypes', constraint.start, constraint.end);
  }

  private parseProperty(head: MemberStart, token: Token): PropertyMember {
    this.skip();
    const node: PropertyMember = {
      kind: 'PropertyMember',
      start: head.start,
      end: token.end,
      name: token.text,
      attributes: head.attributes,
      static: head.static,
      hidden: head.hidden,
    };
    if (head.type !== undefined) node.type = head.type;
    this.setMode(LexerMode.Expression);
    if (this.peek().kind === TokenKind.Equals) {
      const equals = this.next();
      this.skipNewLines();
      const value = this.parseExpression();
      // The reference takes a missing value for none at all.
      if (value === undefined) node.end = equals.end;
      else {
        node.initial = value;
        node.end = value.end;
      }
    }
    this.setMode(LexerMode.Command);
    const { kind } = this.peek();
    if (kind !== TokenKind.NewLine && kind !== TokenKind.Semi && kind !== TokenKind.RCurly)
      this.missing('MissingPropertyTerminator', node.end);
    else if (kind === TokenKind.Semi) {
      this.skip();
      node.end = this.lastEnd;
    }
    return node;
  }

  private parseMethod(head: MemberStart, name: Token, className: string): FunctionMember {
    this.skip();
    this.setMode(LexerMode.Expression);
    if (this.peek().kind !== TokenKind.LParen) {
      this.missing('MissingMethodParameterList', this.lastEnd);
    }
    const parameters = this.peek().kind === TokenKind.LParen ? this.parseParameterList() : [];
    const node: FunctionMember = {
      kind: 'FunctionMember',
      start: head.start,
      end: this.lastEnd,
      name: name.text,
      nameExtent: { start: name.start, end: name.end },
      constructor_: name.text.toLowerCase() === className.toLowerCase(),
      attributes: head.attributes,
      static: head.static,
      hidden: head.hidden,
      parameters,
      body: {
        kind: 'ScriptBlock',
        start: this.lastEnd,
        end: this.lastEnd,
        source: this.source,
        usings: [],
        attributes: [],
      },
    };
    if (head.type !== undefined) node.returnType = head.type;
    this.skipNewLines();
    if (node.constructor_ && this.peek().kind === TokenKind.Colon && !this.parseBaseCall(node)) return node;
    this.setMode(LexerMode.Command);
    this.skipNewLines();
    const open = this.peek();
    if (open.kind !== TokenKind.LCurly) {
      if (this.parameterListClosed) this.missing('MissingFunctionBody', this.lastEnd);
      this.parameterListClosed = true;
      return node;
    }
    this.skip();
    node.body = this.nested(() => this.parseScriptBlockBody(open));
    node.end = node.body.end;
    return node;
  }

  /** `: base(…)`; false when no body can follow. */
  private parseBaseCall(node: FunctionMember): boolean {
    const colon = this.next();
    this.skipNewLines();
    const base = this.peek();
    if (base.kind !== TokenKind.Identifier || base.text.toLowerCase() !== 'base') {
      this.missing('MissingBaseCtorCall', colon.end);
      this.skipUntil(TokenKind.LCurly, TokenKind.RCurly);
      return this.peek().kind === TokenKind.LCurly;
    }
    this.skip();
    this.skipNewLines();
    if (this.peek().kind !== TokenKind.LParen) {
      this.missing('MissingMethodParameterList', this.lastEnd);
      return true;
    }
    node.baseArgs = this.parseCallArguments();
    return true;
  }

  protected parseEnum(attributes: Attribute[] = []): Statement {
    const node = this.parseTypeHead('enum', attributes);
    const open = this.openBody(node);
    if (open === undefined) return node;
    this.nested(() => {
      for (;;) {
        this.setMode(LexerMode.Signature);
        this.skipSeparators();
        const token = this.peek();
        if (token.kind !== TokenKind.Identifier && !isKeyword(token.kind)) break;
        this.skip();
        node.members.push(this.parseEnumMember(token));
      }
      this.setMode(LexerMode.Command);
      this.closeTypeBody(open);
    });
    node.end = this.lastEnd;
    checkMembers(node, this.report);
    this.checkTypeName(node);
    return node;
  }

  private parseEnumMember(token: Token): PropertyMember {
    const member: PropertyMember = {
      kind: 'PropertyMember',
      start: token.start,
      end: token.end,
      name: token.text,
      attributes: [],
      static: true,
      hidden: false,
    };
    this.setMode(LexerMode.Expression);
    if (this.peek().kind === TokenKind.Equals) {
      const equals = this.next();
      this.skipNewLines();
      const value: Expression | undefined = this.parseExpression();
      if (value === undefined) this.missing('ExpectedValueExpression', equals.end, '=');
      else {
        member.initial = value;
        member.end = value.end;
      }
    }
    const { kind } = this.peek();
    if (kind === TokenKind.Semi) {
      this.skip();
      member.end = this.lastEnd;
    } else if (kind !== TokenKind.NewLine && kind !== TokenKind.RCurly)
      this.missing('MissingPropertyTerminator', member.end);
    return member;
  }
}

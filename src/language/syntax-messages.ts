// The texts of the syntax errors by id; {0} and {1} stand for what the message names.

const messages: Readonly<Record<string, string>> = {
  AmpersandNotAllowed:
    'The ampersand (&) character is not allowed. The & operator is reserved for future use; wrap an ampersand in double quotation marks ("&") to pass it as part of a string.',
  AttributeArgumentMustBeConstant: 'Attribute argument must be a constant.',
  BadNumericConstant: 'The numeric constant {0} is not valid.',
  CatchAfterCatchAll: 'A catch block must be the last catch block.',
  DuplicateKeyInHashLiteral: "Duplicate keys '{0}' are not allowed in hash literals.",
  EmptyPipeElement: 'An empty pipe element is not allowed.',
  EndSquareBracketExpectedAtEndOfAttribute: 'Missing ] at end of attribute or type literal.',
  EndSquareBracketExpectedAtEndOfType: 'Missing ] at end of type token.',
  ExpectedExpression: "An expression was expected after '{0}'.",
  ExpectedValueExpression: "You must provide a value expression following the '{0}' operator.",
  ExpressionsMustBeFirstInPipeline: 'Expressions are only allowed as the first element of a pipeline.',
  FileNameExpected: 'Missing file specification after redirection operator.',
  IfStatementMissingCondition: "Missing condition in if statement after '{0} ('.",
  IncompleteInput: 'Incomplete input.',
  InvalidLeftHandSide:
    'The assignment expression is not valid. The input to an assignment operator must be an object that is able to accept assignments, such as a variable or a property.',
  InvalidUnicodeEscapeSequence:
    'The Unicode escape sequence is not valid. A valid sequence is `u{ followed by one to six hex digits and a closing }.',
  InvalidUnicodeEscapeSequenceValue:
    'The Unicode escape sequence value is out of range. The maximum value is 0x10FFFF.',
  InvalidVariableReference:
    "Variable reference is not valid. '$' was not followed by a valid variable name character. Consider using ${} to delimit the name.",
  InvalidVariableReferenceWithDrive:
    "Variable reference is not valid. ':' was not followed by a valid variable name character. Consider using ${} to delimit the name.",
  MissingArgument: 'Missing argument in parameter list.',
  MissingArrayIndexExpression: 'Array index expression is missing or not valid.',
  MissingCatchOrFinally: 'The Try statement is missing its Catch or Finally block.',
  MissingCloseParenInExpression: "Missing closing ')' in expression.",
  MissingEndCurlyBrace: "Missing closing '}' in statement block or type definition.",
  MissingEndParenthesisAfterStatement: "Missing closing ')' after expression in '{0}' statement.",
  MissingEndParenthesisInExpression: "Missing closing ')' in expression.",
  MissingEndParenthesisInMethodCall: "Missing ')' in method call.",
  MissingEndParenthesisInSubexpression: "Missing closing ')' in subexpression.",
  MissingEndSquareBracket: "Missing ']' after array index expression.",
  MissingEqualsInHashLiteral: "Missing '=' operator after key in hash literal.",
  MissingExpression: "Missing expression after '{0}' in pipeline element.",
  MissingExpressionAfterOperator: "Missing expression after '{0}'.",
  MissingExpressionAfterToken: "Missing expression after '{0}'.",
  MissingFunctionBody: 'Missing function body in function declaration.',
  MissingOpenParenthesisAfterKeyword: "Missing opening '(' after keyword '{0}'.",
  MissingOpenParenthesisInIfStatement: "Missing '(' after '{0}' in if statement.",
  MissingPropertyName: 'Missing property name after reference operator.',
  MissingStatementAfterKeyword: "Missing statement block after keyword '{0}'.",
  MissingStatementInHashLiteral: "Missing statement after '=' in hash literal.",
  MissingTerminatorMultiLineComment: "The terminator '#>' is missing from the multiline comment.",
  MissingTypename: "Missing type name after '['.",
  MissingVariableNameAfterForeach: 'Missing variable name after foreach.',
  TerminatorExpectedAtEndOfString: 'The string is missing the terminator: {0}.',
  UnexpectedCharactersAfterHereStringHeader:
    'No characters are allowed after a here-string header but before the end of the line.',
  UnexpectedToken: "Unexpected token '{0}' in expression or statement.",
  UnrecognizedToken: 'Unrecognized token in source text.',
  WhitespaceBeforeHereStringFooter: 'White space is not allowed before the string terminator.',
};

/** The message of an error id with its values put in. */
export function syntaxMessage(id: string, values: readonly string[]): string {
  const template = messages[id] ?? id;
  return template.includes('{')
    ? template.replace(/\{([0-9])\}/g, (_, index) => values[Number(index)] ?? '')
    : template;
}

// Help topics: name, synopsis, syntax, description, and more with -Full, -Detailed and -Examples.

import { toText } from '../../runtime/convert.ts';
import { enumerate } from '../../runtime/enumerate.ts';
import { getMember } from '../../runtime/members.ts';
import type { Value } from '../../runtime/values.ts';
import type { ControlNode } from '../format-data.ts';
import { frameNode, NEW_LINE, textNode, type View } from '../view-model.ts';

const TYPE = 'MamlCommandHelpInfo';
const INDENT = 4;

function text(value: Value, name: string): string {
  const found = getMember(value, name);
  return found === null || found === undefined ? '' : toText(found);
}
function paragraphs(texts: string[]): ControlNode[] {
  return texts.flatMap((line) => [textNode(line), NEW_LINE]);
}
function section(title: string, body: ControlNode[]): ControlNode[] {
  return [textNode(title), NEW_LINE, frameNode(INDENT, [...body, NEW_LINE])];
}
function descriptionOf(value: Value): string[] {
  return [...enumerate(getMember(value, 'description'))].map((item) => text(item, 'Text'));
}

function nameSection(value: Value): ControlNode[] {
  return section('NAME', paragraphs([text(value, 'Name')]));
}
function synopsisSection(value: Value): ControlNode[] {
  return section('SYNOPSIS', [...paragraphs([text(value, 'Synopsis')]), NEW_LINE]);
}
function syntaxSection(value: Value): ControlNode[] {
  const lines = [...enumerate(getMember(value, 'syntax'))].map((line) => toText(line));
  return section(
    'SYNTAX',
    lines.flatMap((line, index) => (index === 0 ? [textNode(line), NEW_LINE] : [NEW_LINE, textNode(line), NEW_LINE])),
  );
}
function descriptionSection(value: Value): ControlNode[] {
  return [...section('DESCRIPTION', paragraphs(descriptionOf(value))), NEW_LINE];
}

function parameterNodes(parameter: Value, withDetails: boolean): ControlNode[] {
  const value = text(parameter, 'parameterValue');
  const head =
    value === 'SwitchParameter'
      ? `-${text(parameter, 'name')} [<SwitchParameter>]`
      : `-${text(parameter, 'name')} <${value}>`;
  const facts: [string, string][] = [
    ['Required?', text(parameter, 'required')],
    ['Position?', text(parameter, 'position')],
    ['Default value', text(parameter, 'defaultValue')],
    ['Accept pipeline input?', text(parameter, 'pipelineInput')],
    ['Aliases', text(parameter, 'aliases')],
    ['Accept wildcard characters?', text(parameter, 'globbing')],
  ];
  const details = withDetails
    ? [NEW_LINE, ...paragraphs(facts.map(([label, fact]) => `${label.padEnd(29)}${fact}`))]
    : [];
  return [textNode(head), NEW_LINE, frameNode(INDENT, [...paragraphs(descriptionOf(parameter)), ...details, NEW_LINE])];
}
function parametersSection(value: Value, withDetails: boolean): ControlNode[] {
  const all = [...enumerate(getMember(getMember(value, 'parameters'), 'parameter'))];
  const common = [
    textNode('<CommonParameters>'),
    NEW_LINE,
    frameNode(
      INDENT,
      paragraphs([
        'This cmdlet supports the common parameters: Verbose, Debug,',
        'ErrorAction, ErrorVariable, WarningAction, WarningVariable,',
        'OutBuffer, PipelineVariable, and OutVariable. For more information, see',
        'about_CommonParameters ',
      ]),
    ),
    // The reference breaks this line here and goes on further left.
    textNode('(https://go.microsoft.com/fwlink/?LinkID=113216). '),
    NEW_LINE,
  ];
  return section('PARAMETERS', [...all.flatMap((parameter) => parameterNodes(parameter, withDetails)), ...common]);
}

function exampleNodes(value: Value): ControlNode[] {
  const examples = [...enumerate(getMember(getMember(value, 'examples'), 'example'))];
  return examples.flatMap((example, index) => [
    textNode(`-------------------------- EXAMPLE ${index + 1} --------------------------`),
    NEW_LINE,
    NEW_LINE,
    ...paragraphs(`PS > ${text(example, 'code')}`.split('\n')),
    ...paragraphs(text(example, 'remarks').split('\n')),
    NEW_LINE,
    NEW_LINE,
  ]);
}

function optional(title: string, content: string): ControlNode[] {
  return content === '' ? [] : section(title, [...paragraphs(content.split('\n')), NEW_LINE]);
}
function notesSection(value: Value): ControlNode[] {
  const notes = text(value, 'alertSet');
  if (notes === '') return [];
  return section('NOTES', [NEW_LINE, NEW_LINE, frameNode(INDENT, paragraphs(notes.split('\n'))), NEW_LINE]);
}
function linksSection(value: Value): ControlNode[] {
  const links = [...enumerate(getMember(value, 'relatedLinks'))].map((link) => `${toText(link)} `);
  return [textNode('RELATED LINKS'), NEW_LINE, frameNode(INDENT, paragraphs(links)), NEW_LINE];
}
function remarksSection(value: Value): ControlNode[] {
  const name = text(value, 'Name');
  const lines = [
    `To see the examples, type: "Get-Help ${name} -Examples"`,
    `For more information, type: "Get-Help ${name} -Detailed"`,
    `For technical information, type: "Get-Help ${name} -Full"`,
  ];
  const hasPage = text(value, 'OnlineVersion') !== '' || [...enumerate(getMember(value, 'relatedLinks'))].length > 0;
  if (hasPage) lines.push(`For online help, type: "Get-Help ${name} -Online"`);
  return [textNode('REMARKS'), NEW_LINE, frameNode(INDENT, paragraphs(lines)), ...(hasPage ? [] : [NEW_LINE])];
}

function layout(parts: (value: Value) => ControlNode[]): (value: Value) => ControlNode[] {
  return (value) => parts(value);
}
const basics = (value: Value): ControlNode[] => [
  ...nameSection(value),
  ...synopsisSection(value),
  ...syntaxSection(value),
  frameNode(INDENT, [NEW_LINE]),
  ...descriptionSection(value),
];

export function helpViews(): View[] {
  return [
    {
      kind: 'custom',
      name: 'full',
      types: [`${TYPE}#FullView`],
      layout: layout((value) => [
        ...basics(value),
        ...parametersSection(value, true),
        ...optional('INPUTS', text(value, 'inputTypes')),
        ...optional('OUTPUTS', text(value, 'returnValues')),
        ...notesSection(value),
        frameNode(INDENT, exampleNodes(value)),
        ...linksSection(value),
      ]),
    },
    {
      kind: 'custom',
      name: 'detailed',
      types: [`${TYPE}#DetailedView`],
      layout: layout((value) => [
        ...basics(value),
        ...parametersSection(value, false),
        frameNode(INDENT, exampleNodes(value)),
        ...remarksSection(value),
      ]),
    },
    {
      kind: 'custom',
      name: 'examples',
      types: [`${TYPE}#ExamplesView`],
      layout: layout((value) => [
        ...nameSection(value),
        ...synopsisSection(value),
        frameNode(INDENT, exampleNodes(value)),
      ]),
    },
    {
      kind: 'custom',
      name: 'partial',
      types: [`${TYPE}#Partial`],
      layout: layout((value) => [
        ...nameSection(value),
        ...syntaxSection(value),
        NEW_LINE,
        ...section('ALIASES', paragraphs((text(value, 'aliases') || 'None').split('\n'))),
        NEW_LINE,
        textNode('REMARKS'),
        NEW_LINE,
        frameNode(INDENT, paragraphs(['None'])),
        NEW_LINE,
      ]),
    },
    {
      kind: 'custom',
      name: 'help',
      types: [TYPE],
      layout: layout((value) => [...basics(value), ...linksSection(value), ...remarksSection(value)]),
    },
    {
      kind: 'custom',
      name: 'parameter',
      types: [`${TYPE}#parameter`],
      layout: layout((value) => [...parameterNodes(value, true), NEW_LINE]),
    },
    {
      kind: 'table',
      name: 'HelpInfoShort',
      types: ['HelpInfoShort'],
      columns: [
        { value: 'Name', width: 33 },
        { value: 'Category', width: 9 },
        { value: 'ModuleName', label: 'Module', width: 25 },
        { value: 'Synopsis' },
      ],
    },
  ];
}

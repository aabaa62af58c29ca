// The shell's own conceptual help topics: each a synopsis and a text of sections, laid out when it is shown.

import { ABOUT_COMMON_PARAMETERS } from './topics/about-common-parameters.ts';
import { ABOUT_CLOCK, ABOUT_LABS, ABOUT_SANDBOX } from './topics/about-sandbox.ts';
import { ABOUT_EDITING, ABOUT_MANAGEMENT_SHELL } from './topics/about-shell.ts';

export interface AboutTopic {
  synopsis: string;
  /** Paragraphs; a line that begins with blanks stays as it is. */
  description: string;
  seeAlso: readonly string[];
}

const TOPICS: Readonly<Record<string, AboutTopic>> = {
  about_Clock: ABOUT_CLOCK,
  about_CommonParameters: ABOUT_COMMON_PARAMETERS,
  about_Editing: ABOUT_EDITING,
  about_Labs: ABOUT_LABS,
  about_ManagementShell: ABOUT_MANAGEMENT_SHELL,
  about_Sandbox: ABOUT_SANDBOX,
};

export function topicNames(): string[] {
  return Object.keys(TOPICS);
}
export function topicSynopsis(name: string): string {
  return TOPICS[name]!.synopsis;
}

const indented = (text: string): string =>
  text
    .trim()
    .split('\n')
    .map((line) => (line === '' ? '' : `    ${line}`))
    .join('\n');

/** The topic as Get-Help shows it. */
export function topicText(name: string): string {
  const { synopsis, description, seeAlso } = TOPICS[name]!;
  const sections = [
    `TOPIC\n    ${name}`,
    `SHORT DESCRIPTION\n    ${synopsis}`,
    `LONG DESCRIPTION\n${indented(description)}`,
    `SEE ALSO\n${indented(seeAlso.join('\n'))}`,
  ];
  return `${sections.join('\n\n')}\n`;
}

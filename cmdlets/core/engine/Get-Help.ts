// Get-Help.

import { type CmdletContext, defineCmdlet } from '../../../src/runtime/cmdlet.ts';
import { AliasInfo, type CommandInfo } from '../../../src/runtime/command-info.ts';
import { matchesWildcard } from '../../../src/runtime/operators/strings.ts';
import { failed, recordOf } from '../../../src/runtime/providers/provider-errors.ts';
import { PSObject, type Value } from '../../../src/runtime/values.ts';
import { topicNames, topicSynopsis, topicText } from './shared/about-topics.ts';
import { type HelpDetail, helpTopic } from './shared/help-topic.ts';

function detailOf(cmdlet: CmdletContext): HelpDetail {
  if (cmdlet.args.Full) return 'FullView';
  if (cmdlet.args.Detailed) return 'DetailedView';
  return cmdlet.args.Examples ? 'ExamplesView' : '';
}

/** Commands that a name means; aliases lead to what they stand for. */
function commandsFor(cmdlet: CmdletContext, name: string): CommandInfo[] {
  const { engine } = cmdlet;
  if (!/[*?[]/.test(name)) {
    const command = engine.lookupCommand(name);
    return command && command.name.toLowerCase() !== `get-${name.toLowerCase()}` ? [command] : [];
  }
  const found = engine.discovery.all().filter((command) => matchesWildcard(command.name, name));
  return found.sort((a, b) => (a.name.toLowerCase() < b.name.toLowerCase() ? -1 : 1));
}

/** What -Category leaves; all when it is not given. */
function categories(cmdlet: CmdletContext): (category: string) => boolean {
  const wanted = (cmdlet.args.Category as string[] | undefined)?.map((name) => name.toLowerCase());
  return (category) => wanted === undefined || wanted.includes('all') || wanted.includes(category.toLowerCase());
}

function found(cmdlet: CmdletContext, name: string, wanted: (category: string) => boolean) {
  return {
    commands: commandsFor(cmdlet, name).filter(({ commandType }) => wanted(commandType)),
    topics: topicNames().filter((topic) => matchesWildcard(topic, name) && wanted('HelpFile')),
  };
}

/** A line of the list that a pattern gives. */
function summary(name: string, category: string, module: string, synopsis: string): PSObject {
  return PSObject.of({ Name: name, Category: category, ModuleName: module, Synopsis: synopsis }, 'HelpInfoShort');
}

function parametersOf(cmdlet: CmdletContext, topic: PSObject, patterns: string[]): void {
  const all = ((topic.get('parameters') as PSObject).get('parameter') as Value[]).filter(
    (item): item is PSObject => item instanceof PSObject,
  );
  for (const pattern of patterns) {
    const found = all.filter((parameter) => matchesWildcard(String(parameter.get('name')), pattern));
    cmdlet.writeAll(found);
    if (found.length > 0) continue;
    const message = `No parameter matches criteria ${pattern}.`;
    cmdlet.error(
      recordOf(
        failed('System.Management.Automation.PSArgumentException', message, 'NoParmsFound', 'InvalidArgument', topic),
      ),
    );
  }
}

function showOnline(cmdlet: CmdletContext, topic: PSObject): void {
  const address = String(topic.get('OnlineVersion') ?? '');
  if (address !== '') return cmdlet.write(address);
  const message =
    'The online version of this Help topic cannot be displayed because the Internet address (URI) of the Help topic is not specified in the command code or in the help file for the command.';
  cmdlet.fail(
    cmdlet.makeError(
      message,
      'InvalidOperation',
      'InvalidOperation',
      null,
      'System.Management.Automation.PSInvalidOperationException',
    ),
  );
}

export default defineCmdlet({
  name: 'Get-Help',
  module: 'Microsoft.PowerShell.Core',
  synopsis: 'Shows help for commands and topics.',
  parameters: {
    Name: {
      type: 'string',
      position: 0,
      pipeline: 'name',
      validate: [{ kind: 'notNullOrEmpty' }],
      help: 'Command or topic.',
    },
    Path: { type: 'string', help: 'Path for help of provider cmdlets.' },
    Category: {
      type: 'string[]',
      validate: [
        {
          kind: 'set',
          values: [
            'Alias',
            'Cmdlet',
            'Provider',
            'General',
            'FAQ',
            'Glossary',
            'HelpFile',
            'ScriptCommand',
            'Function',
            'Filter',
            'ExternalScript',
            'All',
            'DefaultHelp',
            'DscResource',
            'Class',
            'Configuration',
          ],
        },
      ],
      help: 'Only help topics of this category.',
    },
    Detailed: {
      type: 'switch',
      mandatory: true,
      sets: 'DetailedView',
      help: 'Adds parameters and examples to the basic help.',
    },
    Full: { type: 'switch', sets: 'AllUsersView', help: 'Shows the whole topic.' },
    Examples: { type: 'switch', mandatory: true, sets: 'Examples', help: 'Shows name, synopsis and examples only.' },
    Parameter: { type: 'string[]', mandatory: true, sets: 'Parameters', help: 'Shows help for these parameters.' },
    Component: { type: 'string[]', help: 'Only topics of this component.' },
    Functionality: { type: 'string[]', help: 'Only topics of this functionality.' },
    Role: { type: 'string[]', help: 'Only topics for this role.' },
    Online: { type: 'switch', mandatory: true, sets: 'Online', help: 'Gives the address of the page on the web.' },
  },
  defaultSet: 'AllUsersView',
  examples: [
    { script: '(Get-Help Get-Location).Synopsis', output: 'Gets the current location or the stack of locations.' },
  ],
  create: (cmdlet) => {
    const show = (command: CommandInfo): void => {
      const topic = helpTopic(cmdlet.engine, command, detailOf(cmdlet));
      if (cmdlet.args.Online) showOnline(cmdlet, topic);
      else if (cmdlet.args.Parameter !== undefined) parametersOf(cmdlet, topic, cmdlet.args.Parameter);
      else cmdlet.write(topic);
    };
    const notFound = (name: string): void => {
      const message = `Get-Help could not find ${name} in a help file in this session. To download updated help topics type: "Update-Help". To get help online, search for the help topic in the TechNet library at https://go.microsoft.com/fwlink/?LinkID=107116.`;
      cmdlet.error(
        recordOf(
          failed(
            'Microsoft.PowerShell.Commands.HelpNotFoundException',
            message,
            'HelpNotFound',
            'ResourceUnavailable',
            null,
          ),
        ),
      );
    };
    return {
      process() {
        const asked = (cmdlet.args.Name as string | undefined) ?? 'Get-Help';
        const wanted = categories(cmdlet);
        let { commands, topics } = found(cmdlet, asked, wanted);
        // What is no command's name is looked for in the names.
        const isPattern = /[*?[]/.test(asked);
        if (commands.length + topics.length === 0 && !isPattern && /^[\w-]{3,}$/.test(asked))
          ({ commands, topics } = found(cmdlet, `*${asked}*`, wanted));
        const name = asked;
        if (commands.length === 1) return show(commands[0]!);
        if (commands.length === 0 && topics.length === 1) return cmdlet.write(topicText(topics[0]!));
        for (const command of commands) {
          if (command instanceof AliasInfo) cmdlet.write(summary(command.name, 'Alias', '', command.definition));
          else
            cmdlet.write(
              summary(
                command.name,
                command.commandType,
                command.moduleName,
                String(helpTopic(cmdlet.engine, command, '').get('Synopsis')),
              ),
            );
        }
        for (const topic of topics) cmdlet.write(summary(topic, 'HelpFile', '', topicSynopsis(topic)));
        if (commands.length === 0 && topics.length === 0 && !/[*?[]/.test(name)) notFound(name);
      },
    };
  },
});

// Get-TransportRule: in the order in which they are applied.

import { recipientFilter } from '../../src/transport/directory/recipient-filter.ts';
import { attempt } from './support/errors.ts';
import { exchangeCmdlet } from './support/exchange-cmdlet.ts';
import { resultSize } from './support/paging.ts';
import { findRules } from './support/transport-rule-changes.ts';
import { describeRule, ruleObject } from './support/transport-rule-view.ts';
import type { Rule } from './support/transport-rules.ts';
import { textOf } from './types/argument-types.ts';

export default exchangeCmdlet({
  name: 'Get-TransportRule',
  synopsis: 'Gets transport rules in the order in which they are applied.',
  parameterLines: `
    Identity                      RuleIdParameter 0 both
    DomainController              Fqdn null
    State                         =RuleState(Enabled,Disabled)
    DlpPolicy                     String null versions:2013+
    Filter                        String null versions:2013+
    ResultSize                    Unlimited null versions:2013+
  `,
  examples: [
    {
      setup: "New-TransportRule Marked -SubjectContainsWords draft -PrependSubject 'DRAFT: ' | Out-Null",
      script: '(Get-TransportRule).PrependSubject',
      output: 'DRAFT: ',
    },
  ],
  create: (cmdlet) => {
    const wanted = ({ properties }: Rule): boolean =>
      (!cmdlet.has('State') || textOf(cmdlet.args.State) === properties.State) &&
      (!cmdlet.has('DlpPolicy') ||
        textOf(cmdlet.args.DlpPolicy).toLowerCase() === properties.DlpPolicy?.toString().toLowerCase());
    /** `Description -like '*words*'` is the filter that the product knows. */
    const filtered = (rules: readonly Rule[]): readonly Rule[] => {
      const filter = cmdlet.has('Filter') ? textOf(cmdlet.args.Filter) : '';
      const test = filter.trim() === '' ? undefined : attempt(cmdlet, () => recipientFilter(filter));
      if (filter.trim() === '') return rules;
      if (test === undefined) return [];
      return rules.filter((rule) =>
        test({ ...rule, properties: { ...rule.properties, Description: describeRule(rule) } } as never),
      );
    };
    return {
      process() {
        for (const rule of filtered(findRules(cmdlet).filter(wanted)).slice(0, resultSize(cmdlet)))
          cmdlet.write(ruleObject(rule));
      },
    };
  },
});

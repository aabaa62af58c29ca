// The Exchange cmdlets as a script sees them: (Get-Command X).Parameters, printed as lines and read back for the comparison.

import type { FoundCmdlet, FoundSet } from './exchange-facts-comparison.ts';

/** One line a parameter and set: `cmdlet|parameter|type|aliases|values|set|mandatory|position|byValue|byName`. */
export function shellScript(names: string[]): string {
  return `
foreach ($name in '${names.join("','")}') {
  foreach ($parameter in (Get-Command $name).Parameters.Values) {
    $type = $parameter.ParameterType
    $element = if ($type.IsArray) { $type.GetElementType() } else { $type }
    $values = if ($element.IsEnum) { [enum]::GetNames($element) -join ',' }
    foreach ($set in $parameter.ParameterSets.Keys) {
      $data = $parameter.ParameterSets[$set]
      ($name, $parameter.Name, $type.Name, ($parameter.Aliases -join ','), $values, $set, $data.IsMandatory, $data.Position,
        $data.ValueFromPipeline, $data.ValueFromPipelineByPropertyName) -join '|'
    }
  }
}`;
}

const byNameOnly = -2147483648;

export function shellView(text: string): Map<string, FoundCmdlet> {
  const cmdlets = new Map<string, FoundCmdlet>();
  for (const line of text.split('\n')) {
    const fields = line.split('|');
    if (fields.length !== 10) continue;
    const [cmdlet, name, type, aliases, values, set, mandatory, position, byValue, byName] = fields;
    const key = cmdlet!.toLowerCase();
    const parameters = cmdlets.get(key) ?? {};
    cmdlets.set(key, parameters);
    parameters[name!] ??= {
      type: type!,
      aliases: aliases === '' ? [] : aliases!.split(','),
      sets: {},
      values: values === '' ? undefined : values!.split(','),
    };
    const found: FoundSet = {
      required: mandatory === 'True',
      position: Number(position) === byNameOnly ? undefined : Number(position),
      byValue: byValue === 'True',
      byName: byName === 'True',
    };
    parameters[name!]!.sets[set === '__AllParameterSets' ? '*' : set!] = found;
  }
  return cmdlets;
}

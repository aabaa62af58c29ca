// CultureInfo and its formats.

import { DotNetException } from '../../errors.ts';
import { type CultureData, findCulture, invariantCulture } from '../../number/cultures.ts';
import { currentCulture } from '../../operators/format.ts';
import { compareText } from '../../text.ts';
import type { Value } from '../../values.ts';
import { host } from '../ambient.ts';
import type { TypeSpec } from '../ps-type.ts';
import { knownType, type PSType } from '../registry.ts';

export class CultureInfo {
  constructor(
    readonly data: CultureData,
    readonly typeName = 'System.Globalization.CultureInfo',
  ) {}
  get psType(): PSType {
    return knownType(this.typeName);
  }
  toString(): string {
    return this.typeName === 'System.Globalization.CultureInfo' ? this.data.name : this.typeName;
  }
  hashKey(): string {
    return this.data.name;
  }
}

/** Data behind a CultureInfo, NumberFormatInfo or DateTimeFormatInfo; undefined for null. */
export function culturesOf(provider: unknown): CultureData | undefined {
  return (provider as { data?: CultureData } | null)?.data;
}

function cultureByName(name: string): CultureInfo {
  const data = findCulture(name);
  if (!data) {
    throw new DotNetException(
      'System.Globalization.CultureNotFoundException',
      `Culture is not supported. (Parameter 'name')\n${name} is an invalid culture identifier.`,
      {
        properties: { ParamName: 'name', InvalidCultureName: name },
      },
    );
  }
  return new CultureInfo(data);
}
const LCIDS: Record<number, string> = {
  127: '',
  1033: 'en-US',
  1041: 'ja-JP',
  1031: 'de-DE',
  1036: 'fr-FR',
  2057: 'en-GB',
};

type Holder = { data: CultureData };
const numberProperties = {
  'string NumberDecimalSeparator': (c: Holder) => c.data.decimalSeparator,
  'string NumberGroupSeparator': (c: Holder) => c.data.groupSeparator,
  'int NumberDecimalDigits': (c: Holder) => c.data.decimalDigits,
  'string CurrencySymbol': (c: Holder) => c.data.currencySymbol,
  'int CurrencyDecimalDigits': (c: Holder) => c.data.currencyDigits,
  'string CurrencyDecimalSeparator': (c: Holder) => c.data.decimalSeparator,
  'string CurrencyGroupSeparator': (c: Holder) => c.data.groupSeparator,
  'string PercentSymbol': () => '%',
  'string PercentDecimalSeparator': (c: Holder) => c.data.decimalSeparator,
  'string NegativeSign': () => '-',
  'string PositiveSign': () => '+',
  'string NaNSymbol': () => 'NaN',
  'string PositiveInfinitySymbol': (c: Holder) => c.data.infinity,
  'string NegativeInfinitySymbol': (c: Holder) => `-${c.data.infinity}`,
};
const withEmpty = (names: string[]): string[] => [...names, ''];
const dateProperties = {
  'string AMDesignator': (c: Holder) => c.data.am,
  'string PMDesignator': (c: Holder) => c.data.pm,
  'string DateSeparator': (c: Holder) => c.data.dateSeparator,
  'string TimeSeparator': () => ':',
  'System.DayOfWeek FirstDayOfWeek': (c: Holder) => c.data.firstDay,
  'System.Globalization.CalendarWeekRule CalendarWeekRule': (c: Holder) => c.data.weekRule,
  'string FullDateTimePattern': (c: Holder) => `${c.data.longDate} ${c.data.longTime}`,
  'string LongDatePattern': (c: Holder) => c.data.longDate,
  'string LongTimePattern': (c: Holder) => c.data.longTime,
  'string MonthDayPattern': (c: Holder) => c.data.monthDay,
  'string RFC1123Pattern': () => "ddd, dd MMM yyyy HH':'mm':'ss 'GMT'",
  'string ShortDatePattern': (c: Holder) => c.data.shortDate,
  'string ShortTimePattern': (c: Holder) => c.data.shortTime,
  'string SortableDateTimePattern': () => "yyyy'-'MM'-'dd'T'HH':'mm':'ss",
  'string UniversalSortableDateTimePattern': () => "yyyy'-'MM'-'dd HH':'mm':'ss'Z'",
  'string YearMonthPattern': (c: Holder) => c.data.yearMonth,
  'string[] AbbreviatedDayNames': (c: Holder) => c.data.shortDays,
  'string[] ShortestDayNames': (c: Holder) => c.data.shortestDays,
  'string[] DayNames': (c: Holder) => c.data.days,
  'string[] AbbreviatedMonthNames': (c: Holder) => withEmpty(c.data.shortMonths),
  'string[] MonthNames': (c: Holder) => withEmpty(c.data.months),
};

function textInfo(): TypeSpec {
  return {
    name: 'System.Globalization.TextInfo',
    properties: { 'string ListSeparator': () => ',', 'string CultureName': (c: Holder) => c.data.name },
    methods: {
      'string ToTitleCase(string str)': (_c: Holder, text: string) =>
        text.replace(/\p{L}[\p{L}\p{N}'’]*/gu, (word) =>
          word === word.toUpperCase() && word.length > 1 ? word : word[0]!.toUpperCase() + word.slice(1).toLowerCase(),
        ),
      'string ToUpper(string str)': (_c: Holder, text: string) => text.toUpperCase(),
      'string ToLower(string str)': (_c: Holder, text: string) => text.toLowerCase(),
    },
  };
}

export function cultureTypes(): TypeSpec[] {
  const part = (name: string) => (c: CultureInfo) => new CultureInfo(c.data, `System.Globalization.${name}`);
  const current = (): CultureInfo => new CultureInfo(currentCulture());
  return [
    {
      name: 'System.Globalization.CultureInfo',
      interfaces: ['System.IFormatProvider', 'System.ICloneable'],
      convert: (value: Value) =>
        typeof value === 'number' && LCIDS[value] !== undefined ? cultureByName(LCIDS[value]!) : undefined,
      constructors: {
        '(string name)': cultureByName,
        '(int culture)': (lcid: number) => cultureByName(LCIDS[lcid] ?? String(lcid)),
        '(string name, bool useUserOverride)': cultureByName,
      },
      properties: {
        'cultureinfo Parent': (c: CultureInfo) => cultureByName(c.data.parent),
        'int LCID': (c: CultureInfo) => c.data.lcid,
        'int KeyboardLayoutId': (c: CultureInfo) => c.data.lcid,
        'string Name': (c: CultureInfo) => c.data.name,
        'string IetfLanguageTag': (c: CultureInfo) => c.data.name,
        'string DisplayName': (c: CultureInfo) => c.data.englishName,
        'string NativeName': (c: CultureInfo) => c.data.nativeName,
        'string EnglishName': (c: CultureInfo) => c.data.englishName,
        'string TwoLetterISOLanguageName': (c: CultureInfo) => c.data.language,
        'string ThreeLetterISOLanguageName': (c: CultureInfo) => c.data.threeLetter,
        'System.Globalization.CompareInfo CompareInfo': part('CompareInfo'),
        'System.Globalization.TextInfo TextInfo': part('TextInfo'),
        'bool IsNeutralCulture': (c: CultureInfo) => c.data.name !== '' && !c.data.name.includes('-'),
        'System.Globalization.NumberFormatInfo NumberFormat': part('NumberFormatInfo'),
        'System.Globalization.DateTimeFormatInfo DateTimeFormat': part('DateTimeFormatInfo'),
        'bool IsReadOnly': () => true,
      },
      methods: { 'string ToString()': (c: CultureInfo) => c.data.name, 'System.Object Clone()': (c: CultureInfo) => c },
      staticProperties: {
        'cultureinfo InvariantCulture': () => new CultureInfo(invariantCulture()),
        'cultureinfo InstalledUICulture': current,
        'cultureinfo CurrentCulture': { get: current, set: setCurrent },
        'cultureinfo CurrentUICulture': { get: current, set: () => undefined },
      },
      staticMethods: {
        'cultureinfo GetCultureInfo(string name)': cultureByName,
        'cultureinfo CreateSpecificCulture(string name)': cultureByName,
      },
    },
    {
      name: 'System.Globalization.NumberFormatInfo',
      interfaces: ['System.IFormatProvider'],
      properties: numberProperties,
      staticProperties: infoStatics('NumberFormatInfo'),
    },
    {
      name: 'System.Globalization.DateTimeFormatInfo',
      interfaces: ['System.IFormatProvider'],
      properties: dateProperties,
      staticProperties: infoStatics('DateTimeFormatInfo'),
      methods: {
        'string GetMonthName(int month)': (c: Holder, month: number) => c.data.months[month - 1] ?? '',
        'string GetAbbreviatedMonthName(int month)': (c: Holder, month: number) => c.data.shortMonths[month - 1] ?? '',
        'string GetDayName(System.DayOfWeek dayofweek)': (c: Holder, day: number) => c.data.days[day],
        'string GetAbbreviatedDayName(System.DayOfWeek dayofweek)': (c: Holder, day: number) => c.data.shortDays[day],
      },
    },
    {
      name: 'System.Globalization.CompareInfo',
      methods: {
        'int Compare(string string1, string string2)': (_c: Holder, a: string, b: string) => compareText(a, b, false),
      },
    },
    textInfo(),
  ];
}

function infoStatics(name: string): NonNullable<TypeSpec['staticProperties']> {
  const type = `System.Globalization.${name}`;
  return {
    [`${type} InvariantInfo`]: () => new CultureInfo(invariantCulture(), type),
    [`${type} CurrentInfo`]: () => new CultureInfo(currentCulture(), type),
  };
}
function setCurrent(culture: CultureInfo): void {
  host().culture = culture.data.name;
}

/** ISO 3166-1 alpha-2 and alpha-3 of the countries national formats write in three letters: Europe, and a few far ones. */
const PAIRS =
  'AD AND|AL ALB|AT AUT|AU AUS|BA BIH|BE BEL|BG BGR|BR BRA|CA CAN|CH CHE|CN CHN|CY CYP|CZ CZE|DE DEU|DK DNK|EE EST|ES ESP|FI FIN|FR FRA|GB GBR|GR GRC|HR HRV|HU HUN|IE IRL|IS ISL|IT ITA|JP JPN|LI LIE|LT LTU|LU LUX|LV LVA|MA MAR|MC MCO|MD MDA|ME MNE|MK MKD|MT MLT|MX MEX|NL NLD|NO NOR|PL POL|PT PRT|RO ROU|RS SRB|SE SWE|SI SVN|SK SVK|SM SMR|TR TUR|UA UKR|US USA|VA VAT'
    .split('|')
    .map((pair) => pair.split(' ') as [string, string])

const LONG = new Map(PAIRS)
const SHORT = new Map(PAIRS.map(([short, long]) => [long, short]))

export const threeLetters = (country: string): string | undefined => LONG.get(country)
export const twoLetters = (country: string): string | undefined => SHORT.get(country)

const UNION = new Set(
  'AT BE BG CY CZ DE DK EE ES FI FR GR HR HU IE IT LT LU LV MT NL PL PT RO SE SI SK'.split(' '),
)
export const isInUnion = (country: string): boolean => UNION.has(country)

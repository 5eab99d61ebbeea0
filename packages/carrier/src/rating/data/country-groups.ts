/**
 * Groups 1 to 9 in which the model rates worldwide services, nearest to the United States first; a country that
 * stands in none is of the last. Zone 901 is the first group. Ours, see SOURCES.md.
 */
export const countryGroups: readonly (readonly string[])[] = [
  'CA',
  'MX',
  'BE DE FR GB IE IT LU NL',
  'AT CH DK ES FI GR IS LI MC NO PT SE SM',
  'AU CN HK JP KR MO NZ SG TW',
  'ID IN MY PH TH VN',
  'AG AI AR AW BB BM BO BR BS BZ CL CO CR CW DM DO EC GD GF GP GT GY HN HT JM KN KY LC MQ MS NI PA PE PY SR SV SX TC TT UY VC VE VG',
  'AE BG BH CY CZ EE HR HU IL JO KW LT LV MT OM PL QA RO SA SI SK TR UA',
  '',
].map((row) => row.split(' '));

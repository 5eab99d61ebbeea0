import type { ZoneSourceName } from '../tables.ts';
import type { PlaceFacts } from './facts.ts';

/** How a zone was known: by the city, its state or province, its country, or not at all. */
export type ZoneSource = ZoneSourceName;

export interface ZoneKnown {
  /** An IANA name. */
  readonly zone: string;
  readonly source: ZoneSource;
}

/*
 * Zones by country and by state or province, most of the people deciding where one has several; then the cities
 * on the other side of a line that runs through a state. Written by us from the IANA time zone database 2025b
 * (zone1970.tab, northamerica); a test compares every country with the machine's own tables.
 */
const COUNTRIES = table(`
  America/New_York US; America/Toronto CA; America/Mexico_City MX; America/Puerto_Rico PR; America/St_Thomas VI;
  Pacific/Guam GU; Pacific/Saipan MP; Pacific/Pago_Pago AS; Atlantic/Bermuda BM; America/Nassau BS;
  America/Jamaica JM; America/Santo_Domingo DO; America/Port-au-Prince HT; America/Havana CU;
  America/Cayman KY; America/Grand_Turk TC; America/Barbados BB; America/Port_of_Spain TT; America/Martinique MQ;
  America/Guadeloupe GP; America/Curacao CW; America/Aruba AW; America/Antigua AG; America/St_Lucia LC;
  America/St_Kitts KN; America/St_Vincent VC; America/Dominica DM; America/Grenada GD; America/Anguilla AI;
  America/Tortola VG; America/Montserrat MS; America/Lower_Princes SX; America/Kralendijk BQ;
  America/Marigot MF; America/St_Barthelemy BL; America/Miquelon PM;
  America/Guatemala GT; America/El_Salvador SV; America/Tegucigalpa HN; America/Managua NI; America/Costa_Rica CR;
  America/Panama PA; America/Belize BZ; America/Bogota CO; America/Caracas VE; America/Guayaquil EC;
  America/Lima PE; America/La_Paz BO; America/Santiago CL; America/Argentina/Buenos_Aires AR;
  America/Montevideo UY; America/Asuncion PY; America/Sao_Paulo BR; America/Guyana GY; America/Paramaribo SR;
  America/Cayenne GF; America/Nuuk GL;
  Europe/London GB; Europe/Dublin IE; Europe/Lisbon PT; Europe/Madrid ES; Europe/Paris FR; Europe/Monaco MC;
  Europe/Andorra AD; Europe/Brussels BE; Europe/Luxembourg LU; Europe/Amsterdam NL; Europe/Berlin DE;
  Europe/Zurich CH; Europe/Vaduz LI; Europe/Vienna AT; Europe/Rome IT; Europe/San_Marino SM; Europe/Vatican VA;
  Europe/Malta MT; Europe/Copenhagen DK; Atlantic/Faroe FO; Europe/Oslo NO; Europe/Stockholm SE;
  Europe/Helsinki FI; Europe/Mariehamn AX; Atlantic/Reykjavik IS; Europe/Tallinn EE; Europe/Riga LV;
  Europe/Vilnius LT; Europe/Warsaw PL; Europe/Prague CZ; Europe/Bratislava SK; Europe/Budapest HU;
  Europe/Ljubljana SI; Europe/Zagreb HR; Europe/Sarajevo BA; Europe/Belgrade RS; Europe/Podgorica ME;
  Europe/Skopje MK; Europe/Tirane AL; Europe/Athens GR; Europe/Bucharest RO; Europe/Sofia BG;
  Europe/Chisinau MD; Europe/Kyiv UA; Europe/Minsk BY; Europe/Moscow RU; Europe/Istanbul TR; Asia/Nicosia CY;
  Europe/Gibraltar GI; Europe/Jersey JE; Europe/Guernsey GG; Europe/Isle_of_Man IM;
  Asia/Tbilisi GE; Asia/Yerevan AM; Asia/Baku AZ; Asia/Almaty KZ; Asia/Tashkent UZ; Asia/Bishkek KG;
  Asia/Dushanbe TJ; Asia/Ashgabat TM; Asia/Kabul AF; Asia/Tehran IR; Asia/Baghdad IQ; Asia/Damascus SY;
  Asia/Beirut LB; Asia/Jerusalem IL; Asia/Gaza PS; Asia/Amman JO; Asia/Riyadh SA; Asia/Kuwait KW;
  Asia/Bahrain BH; Asia/Qatar QA; Asia/Dubai AE; Asia/Muscat OM; Asia/Aden YE; Asia/Karachi PK;
  Asia/Kolkata IN; Asia/Colombo LK; Indian/Maldives MV; Asia/Kathmandu NP; Asia/Thimphu BT; Asia/Dhaka BD;
  Asia/Yangon MM; Asia/Bangkok TH; Asia/Vientiane LA; Asia/Phnom_Penh KH; Asia/Ho_Chi_Minh VN;
  Asia/Kuala_Lumpur MY; Asia/Singapore SG; Asia/Brunei BN; Asia/Jakarta ID; Asia/Dili TL; Asia/Manila PH;
  Asia/Shanghai CN; Asia/Hong_Kong HK; Asia/Macau MO; Asia/Taipei TW; Asia/Seoul KR; Asia/Pyongyang KP;
  Asia/Tokyo JP; Asia/Ulaanbaatar MN;
  Australia/Sydney AU; Pacific/Auckland NZ; Pacific/Fiji FJ; Pacific/Port_Moresby PG; Pacific/Noumea NC;
  Pacific/Tahiti PF; Pacific/Guadalcanal SB; Pacific/Efate VU; Pacific/Apia WS; Pacific/Tongatapu TO;
  Pacific/Tarawa KI; Pacific/Majuro MH; Pacific/Palau PW; Pacific/Pohnpei FM; Pacific/Rarotonga CK;
  Africa/Cairo EG; Africa/Tripoli LY; Africa/Tunis TN; Africa/Algiers DZ; Africa/Casablanca MA;
  Africa/Nouakchott MR; Africa/Dakar SN; Africa/Banjul GM; Africa/Bissau GW; Africa/Conakry GN;
  Africa/Freetown SL; Africa/Monrovia LR; Africa/Abidjan CI; Africa/Accra GH; Africa/Lome TG;
  Africa/Porto-Novo BJ; Africa/Ouagadougou BF; Africa/Bamako ML; Africa/Niamey NE; Africa/Lagos NG;
  Africa/Ndjamena TD; Africa/Douala CM; Africa/Libreville GA; Africa/Malabo GQ; Africa/Brazzaville CG;
  Africa/Kinshasa CD; Africa/Bangui CF; Africa/Khartoum SD; Africa/Juba SS; Africa/Addis_Ababa ET;
  Africa/Djibouti DJ; Africa/Asmara ER; Africa/Mogadishu SO; Africa/Nairobi KE; Africa/Kampala UG;
  Africa/Kigali RW; Africa/Bujumbura BI; Africa/Dar_es_Salaam TZ; Africa/Lusaka ZM; Africa/Harare ZW;
  Africa/Blantyre MW; Africa/Maputo MZ; Africa/Luanda AO; Africa/Windhoek NA; Africa/Gaborone BW;
  Africa/Johannesburg ZA; Africa/Maseru LS; Africa/Mbabane SZ; Indian/Antananarivo MG; Indian/Mauritius MU;
  Indian/Reunion RE; Indian/Mahe SC; Indian/Comoro KM; Indian/Mayotte YT; Atlantic/Cape_Verde CV;
  Africa/Sao_Tome ST`);

const REGIONS = table(`
  America/New_York US/CT US/DE US/DC US/FL US/GA US/ME US/MD US/MA US/NH US/NJ US/NY US/NC US/OH US/PA US/RI
    US/SC US/VT US/VA US/WV;
  America/Detroit US/MI; America/Indiana/Indianapolis US/IN; America/Kentucky/Louisville US/KY;
  America/Chicago US/AL US/AR US/IL US/IA US/KS US/LA US/MN US/MS US/MO US/NE US/ND US/OK US/SD US/TN US/TX US/WI;
  America/Denver US/CO US/MT US/NM US/UT US/WY; America/Boise US/ID; America/Phoenix US/AZ;
  America/Los_Angeles US/CA US/NV US/OR US/WA; America/Anchorage US/AK; Pacific/Honolulu US/HI;
  America/Puerto_Rico US/PR; America/St_Thomas US/VI; Pacific/Guam US/GU;
  America/Toronto CA/ON CA/QC CA/PQ; America/Vancouver CA/BC; America/Edmonton CA/AB CA/NT; America/Regina CA/SK;
  America/Winnipeg CA/MB; America/Moncton CA/NB; America/Halifax CA/NS CA/PE; America/St_Johns CA/NL CA/NF;
  America/Whitehorse CA/YT; America/Iqaluit CA/NU;
  America/Tijuana MX/BC MX/BCN; America/Mazatlan MX/BS MX/BCS MX/SI MX/SIN MX/NA MX/NAY;
  America/Hermosillo MX/SO MX/SON; America/Chihuahua MX/CH MX/CHI MX/CHIH; America/Cancun MX/QR MX/ROO MX/QROO;
  America/Monterrey MX/NL MX/NLE MX/CO MX/COAH;
  Australia/Sydney AU/NSW AU/ACT; Australia/Melbourne AU/VIC; Australia/Brisbane AU/QLD; Australia/Hobart AU/TAS;
  Australia/Adelaide AU/SA; Australia/Darwin AU/NT; Australia/Perth AU/WA;
  America/Manaus BR/AM; America/Boa_Vista BR/RR; America/Porto_Velho BR/RO; America/Cuiaba BR/MT;
  America/Campo_Grande BR/MS; America/Rio_Branco BR/AC; America/Bahia BR/BA; America/Recife BR/PE;
  America/Fortaleza BR/CE; America/Belem BR/PA;
  Atlantic/Canary ES/GC ES/TF`);

const CITIES = table(`
  America/Chicago US/FL/PENSACOLA US/FL/PANAMACITY US/FL/FORTWALTONBEACH US/FL/DESTIN US/FL/CRESTVIEW
    US/FL/MARIANNA US/FL/NICEVILLE US/IN/EVANSVILLE US/IN/GARY US/IN/HAMMOND US/IN/MERRILLVILLE
    US/IN/MICHIGANCITY US/IN/VALPARAISO US/IN/CROWNPOINT US/IN/LAPORTE US/KY/BOWLINGGREEN US/KY/OWENSBORO
    US/KY/PADUCAH US/KY/HOPKINSVILLE US/KY/CAMPBELLSVILLE US/KY/MADISONVILLE US/KY/HENDERSON US/KY/GLASGOW
    US/KY/MURRAY US/MI/IRONMOUNTAIN US/MI/IRONWOOD US/MI/MENOMINEE;
  America/New_York US/TN/KNOXVILLE US/TN/CHATTANOOGA US/TN/JOHNSONCITY US/TN/KINGSPORT US/TN/BRISTOL
    US/TN/MORRISTOWN US/TN/CLEVELAND US/TN/OAKRIDGE US/TN/MARYVILLE US/TN/SEVIERVILLE US/KY/LEXINGTON
    US/KY/COVINGTON US/KY/HEBRON US/KY/FLORENCE;
  America/Denver US/TX/ELPASO US/ND/DICKINSON US/SD/RAPIDCITY US/SD/SPEARFISH US/NE/SCOTTSBLUFF US/NE/SIDNEY
    US/NE/ALLIANCE US/NE/OGALLALA US/KS/GOODLAND US/NV/WESTWENDOVER US/OR/ONTARIO;
  America/Los_Angeles US/ID/COEURDALENE US/ID/LEWISTON US/ID/POSTFALLS US/ID/MOSCOW US/ID/SANDPOINT US/ID/HAYDEN;
  America/Winnipeg CA/ON/KENORA CA/ON/FORTFRANCES CA/ON/DRYDEN CA/ON/REDLAKE CA/ON/RAINYRIVER;
  America/Halifax CA/QC/LESILESDELAMADELEINE CA/QC/CAPAUXMEULES;
  America/Edmonton CA/BC/CRANBROOK CA/BC/FERNIE CA/BC/KIMBERLEY CA/BC/INVERMERE CA/BC/GOLDEN
    CA/SK/LLOYDMINSTER;
  America/Dawson_Creek CA/BC/DAWSONCREEK CA/BC/FORTSTJOHN; America/Fort_Nelson CA/BC/FORTNELSON;
  America/Goose_Bay CA/NL/LABRADORCITY CA/NL/WABUSH CA/NL/HAPPYVALLEYGOOSEBAY CA/NL/GOOSEBAY;
  America/Rankin_Inlet CA/NU/RANKININLET; America/Cambridge_Bay CA/NU/CAMBRIDGEBAY;
  America/Ciudad_Juarez MX/CH/CIUDADJUAREZ MX/CHIH/CIUDADJUAREZ MX/CHI/CIUDADJUAREZ;
  America/Matamoros MX/TAM/NUEVOLAREDO MX/TAM/REYNOSA MX/TAM/MATAMOROS MX/TM/NUEVOLAREDO MX/TM/REYNOSA
    MX/TM/MATAMOROS;
  Australia/Broken_Hill AU/NSW/BROKENHILL`);

/** Three-letter codes that the contract's length of 3 lets through. */
const LONG_CODES: Readonly<Record<string, string>> = {
  USA: 'US',
  CAN: 'CA',
  MEX: 'MX',
  PRI: 'PR',
  GBR: 'GB',
};

const known = new Map<string, ZoneKnown | null>();
const MOST_KNOWN = 50_000;

/**
 * The zone of a place: by the city where a line runs through its state, else by state or province, else by
 * country. Null where the table does not know the country; the caller then takes the company's zone and says so.
 */
export function zoneOf({ city = '', region = '', country = '' }: PlaceFacts): ZoneKnown | null {
  const key = `${country}/${region}/${city}`;
  const found = known.get(key);
  if (found !== undefined) return found;
  const zone = lookUp(city, region, country);
  if (known.size >= MOST_KNOWN) known.clear();
  known.set(key, zone);
  return zone;
}

function lookUp(city: string, region: string, country: string): ZoneKnown | null {
  const plainCountry = plain(country);
  const land = LONG_CODES[plainCountry] ?? plainCountry;
  const area = `${land}/${plain(region)}`;
  const byCity = CITIES.get(`${area}/${plain(city)}`);
  if (byCity) return { zone: byCity, source: 'place' };
  const byRegion = REGIONS.get(area);
  if (byRegion) return { zone: byRegion, source: 'region' };
  const byCountry = COUNTRIES.get(land);
  return byCountry ? { zone: byCountry, source: 'country' } : null;
}

/** Countries that the table knows, for the test that compares them. */
export const countryZones: ReadonlyMap<string, string> = COUNTRIES;

/** Letters alone, without accents: facility names come with dots, dashes and blanks of every kind. */
function plain(text: string): string {
  return text
    .normalize('NFD')
    .toUpperCase()
    .replace(/[^A-Z]/g, '');
}

function table(text: string): ReadonlyMap<string, string> {
  const entries = text.split(';').flatMap((row) => {
    const [zone = '', ...places] = row.trim().split(/\s+/);
    return places.map((place): [string, string] => [place, zone]);
  });
  return new Map(entries);
}

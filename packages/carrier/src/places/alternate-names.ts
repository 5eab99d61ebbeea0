import { grouped } from './grouped.ts';
import { nameKey } from './names.ts';

/**
 * Names that people write for places whose mail bears another name, one per row:
 * name | state | the name in the table. General knowledge, so few and safe ones.
 */
const rows = `
NYC|NY|NEW YORK
NEW YORK CITY|NY|NEW YORK
MANHATTAN|NY|NEW YORK
HARLEM|NY|NEW YORK
WILLIAMSBURG|NY|BROOKLYN
CONEY ISLAND|NY|BROOKLYN
LA|CA|LOS ANGELES
HOLLYWOOD|CA|LOS ANGELES
SF|CA|SAN FRANCISCO
LA JOLLA SHORES|CA|LA JOLLA
VENTURA COUNTY|CA|VENTURA
PHILLY|PA|PHILADELPHIA
GERMANTOWN|PA|PHILADELPHIA
VEGAS|NV|LAS VEGAS
BUCKHEAD|GA|ATLANTA
SANDY SPRINGS|GA|ATLANTA
BACK BAY|MA|BOSTON
BEACON HILL|MA|BOSTON
GEORGETOWN|DC|WASHINGTON
NOLA|LA|NEW ORLEANS
INDY|IN|INDIANAPOLIS
OKC|OK|OKLAHOMA CITY
SLC|UT|SALT LAKE CITY
LITTLE HAVANA|FL|MIAMI
SOUTH BEACH|FL|MIAMI BEACH
YBOR CITY|FL|TAMPA
LINCOLN PARK|IL|CHICAGO
BALLARD|WA|SEATTLE
CAPITOL HILL|WA|SEATTLE
RIO PIEDRAS|PR|SAN JUAN
SANTURCE|PR|SAN JUAN
OLD SAN JUAN|PR|SAN JUAN
HATO REY|PR|SAN JUAN
`;

/** Each alternate with its state and the name in the table. */
export const alternateNames: readonly (readonly [alternate: string, state: string, name: string])[] = rows
  .trim()
  .split('\n')
  .map((row) => {
    const [alternate = '', state = '', name = ''] = row.split('|');
    return [alternate, state, name];
  });

const byKey = grouped(alternateNames, ([alternate]) => nameKey(alternate));

/** The names in the table that a name stands for, each in its state. */
export function alternatesOf(name: string): readonly { readonly state: string; readonly name: string }[] {
  return (byKey.get(nameKey(name)) ?? []).map(([, state, known]) => ({ state, name: known }));
}

/**
 * Sorting hubs and air gateways, one per row:
 * country | state or province | name | IANA zone | latitude | longitude | what it does (hub, air, gateway).
 * A gateway is a Canadian hub where trucks from the United States are imported.
 * Append only: journals name a facility by its row.
 */
export const facilityRows = `
US|IL|HODGKINS|America/Chicago|41.8|-87.9|hub
US|KY|LOUISVILLE|America/Kentucky/Louisville|38.2|-85.7|hub air
US|OH|SHARONVILLE|America/New_York|39.3|-84.4|hub
US|OH|COLUMBUS|America/New_York|40.0|-82.9|hub air
US|OH|MIDDLEBURG HEIGHTS|America/New_York|41.4|-81.8|hub
US|TX|MESQUITE|America/Chicago|32.8|-96.6|hub air
US|TX|STAFFORD|America/Chicago|29.6|-95.6|hub air
US|TX|SAN ANTONIO|America/Chicago|29.4|-98.5|hub
US|GA|ATLANTA|America/New_York|33.7|-84.5|hub air
US|NC|GREENSBORO|America/New_York|36.1|-79.9|hub air
US|SC|WEST COLUMBIA|America/New_York|33.9|-81.1|hub air
US|FL|JACKSONVILLE|America/New_York|30.3|-81.7|hub
US|FL|HIALEAH|America/New_York|25.9|-80.3|hub air
US|MN|EAGAN|America/Chicago|44.8|-93.2|hub air
US|CO|COMMERCE CITY|America/Denver|39.8|-104.9|hub air
US|UT|SALT LAKE CITY|America/Denver|40.8|-111.9|hub air
US|NV|LAS VEGAS|America/Los_Angeles|36.1|-115.2|hub
US|CA|ONTARIO|America/Los_Angeles|34.0|-117.6|hub air
US|CA|SAN PABLO|America/Los_Angeles|38.0|-122.3|hub
US|CA|VISALIA|America/Los_Angeles|36.3|-119.4|hub
US|CA|MATHER|America/Los_Angeles|38.6|-121.3|hub air
US|OR|PORTLAND|America/Los_Angeles|45.6|-122.7|hub air
US|WA|SEATTLE|America/Los_Angeles|47.5|-122.3|hub air
US|WA|SPOKANE|America/Los_Angeles|47.7|-117.4|hub air
US|AZ|PHOENIX|America/Phoenix|33.4|-112.0|hub air
US|NM|ALBUQUERQUE|America/Denver|35.1|-106.6|hub air
US|TX|EL PASO|America/Denver|31.8|-106.4|hub
US|OK|OKLAHOMA CITY|America/Chicago|35.4|-97.6|hub
US|KS|LENEXA|America/Chicago|39.0|-94.7|hub
US|MO|EARTH CITY|America/Chicago|38.8|-90.5|hub
US|NE|OMAHA|America/Chicago|41.3|-96.0|hub air
US|IA|DAVENPORT|America/Chicago|41.5|-90.6|hub
US|TN|OAKHAVEN|America/Chicago|35.0|-89.9|hub
US|TN|WHITES CREEK|America/Chicago|36.2|-86.8|hub
US|IN|INDIANAPOLIS|America/Indiana/Indianapolis|39.8|-86.3|hub
US|MI|LIVONIA|America/Detroit|42.4|-83.4|hub
US|NY|CHEEKTOWAGA|America/New_York|42.9|-78.8|hub
US|NY|SYRACUSE|America/New_York|43.1|-76.1|hub air
US|NJ|SECAUCUS|America/New_York|40.8|-74.1|hub
US|PA|PHILADELPHIA|America/New_York|39.9|-75.2|hub air
US|PA|NEW STANTON|America/New_York|40.2|-79.6|hub
US|MA|CHELMSFORD|America/New_York|42.6|-71.4|hub air
US|CT|HARTFORD|America/New_York|41.7|-72.7|hub air
US|MD|LAUREL|America/New_York|39.1|-76.9|hub
US|VA|RICHMOND|America/New_York|37.5|-77.4|hub
US|AL|BIRMINGHAM|America/Chicago|33.5|-86.9|hub
US|LA|NEW ORLEANS|America/Chicago|30.0|-90.2|hub
US|ID|BOISE|America/Boise|43.6|-116.2|hub air
US|MT|BILLINGS|America/Denver|45.8|-108.5|hub air
US|ND|BISMARCK|America/Chicago|46.8|-100.8|hub
US|ND|FARGO|America/Chicago|46.9|-96.8|hub air
US|AK|ANCHORAGE|America/Anchorage|61.2|-150.0|hub air
US|HI|HONOLULU|Pacific/Honolulu|21.3|-157.9|hub air
CA|ON|WINDSOR|America/Toronto|42.3|-83.0|hub gateway
CA|ON|CONCORD|America/Toronto|43.8|-79.5|hub
CA|ON|MOUNT HOPE|America/Toronto|43.2|-79.9|air
CA|QC|LACHINE|America/Toronto|45.4|-73.7|hub air gateway
CA|NB|MONCTON|America/Halifax|46.1|-64.8|hub air
CA|MB|WINNIPEG|America/Winnipeg|49.9|-97.2|hub air gateway
CA|SK|REGINA|America/Regina|50.4|-104.6|hub
CA|AB|CALGARY|America/Edmonton|51.1|-114.0|hub air
CA|BC|RICHMOND|America/Vancouver|49.2|-123.1|hub air gateway
DE||KOELN|Europe/Berlin|50.9|7.0|air
GB||CASTLE DONINGTON|Europe/London|52.8|-1.3|air
FR||PARIS|Europe/Paris|48.9|2.4|air
`;

/**
 * Asks whether city, state and ZIP code belong together, and prints the candidates.
 *
 *   npx tsx examples/address-city.ts Atlanta GA 30328
 */
import { exampleClient, runExample } from './settings.ts';

const [city = 'Atlanta', state = 'GA', postalCode = '30328'] = process.argv.slice(2);

await runExample(async () => {
  const { XAVResponse } = await exampleClient().addressCity.validate(
    {
      XAVRequest: {
        AddressKeyFormat: {
          PoliticalDivision2: city,
          PoliticalDivision1: state,
          PostcodePrimaryLow: postalCode,
          CountryCode: 'US',
        },
      },
    },
    { maxCandidates: 5 },
  );
  if (XAVResponse.ValidAddressIndicator !== undefined) console.log('They belong together.');
  if (XAVResponse.AmbiguousAddressIndicator !== undefined) console.log('Perhaps you mean:');
  if (XAVResponse.NoCandidatesIndicator !== undefined) console.log('No such place.');
  for (const { AddressKeyFormat: place } of XAVResponse.Candidate ?? []) {
    console.log(`  ${place.PoliticalDivision2}, ${place.PoliticalDivision1} ${place.PostcodePrimaryLow}`);
  }
});

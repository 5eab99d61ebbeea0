/**
 * Validates a street address and says whether people live there.
 *
 *   npx tsx examples/address-street.ts '55 Glenlake Parkway NE' Atlanta GA 30328
 */
import { exampleClient, runExample } from './settings.ts';

const [street = '55 Glenlake Parkway NE', city = 'Atlanta', state = 'GA', postalCode = '30328'] =
  process.argv.slice(2);

await runExample(async () => {
  const { XAVResponse } = await exampleClient().addressStreet.validateAndClassify({
    XAVRequest: {
      AddressKeyFormat: {
        AddressLine: [street],
        PoliticalDivision2: city,
        PoliticalDivision1: state,
        PostcodePrimaryLow: postalCode,
        CountryCode: 'US',
      },
    },
  });
  if (XAVResponse.ValidAddressIndicator !== undefined) console.log('The carrier knows it.');
  if (XAVResponse.AmbiguousAddressIndicator !== undefined) console.log('Several places could be meant:');
  if (XAVResponse.NoCandidatesIndicator !== undefined) console.log('Nothing like it is known.');
  for (const { AddressKeyFormat: place, AddressClassification } of XAVResponse.Candidate ?? []) {
    const lines = [...(place.AddressLine ?? []), place.Region ?? place.PostcodePrimaryLow];
    console.log(`  ${lines.join(', ')}: ${AddressClassification?.Description ?? 'not classified'}`);
  }
});

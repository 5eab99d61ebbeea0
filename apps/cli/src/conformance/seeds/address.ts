import type { Ask } from '../target.ts';
import type { ApiSeeds } from './api-seeds.ts';

/** Public buildings and made-up lines in places that exist. */
const ADDRESSES: readonly Readonly<Record<string, unknown>>[] = [
  {
    AddressLine: ['1 MAIN ST'],
    PoliticalDivision2: 'TIMONIUM',
    PoliticalDivision1: 'MD',
    PostcodePrimaryLow: '21093',
    CountryCode: 'US',
  },
  {
    AddressLine: ['350 5TH AVE', 'FLOOR 2'],
    PoliticalDivision2: 'NEW YORK',
    PoliticalDivision1: 'NY',
    PostcodePrimaryLow: '10118',
    CountryCode: 'US',
  },
  { Region: 'ALPHARETTA,GA,30005', CountryCode: 'US' },
  {
    AddressLine: ['100 CALLE FORTALEZA'],
    Urbanization: 'PORTO RICO',
    PoliticalDivision2: 'SAN JUAN',
    PoliticalDivision1: 'PR',
    PostcodePrimaryLow: '00901',
    CountryCode: 'PR',
  },
  { PoliticalDivision2: 'NOWHERE AT ALL', PoliticalDivision1: 'MD', CountryCode: 'US' },
  { PostcodePrimaryLow: '30005', CountryCode: 'US' },
];

const asks = (params: Readonly<Record<string, string>>): Ask[] =>
  ADDRESSES.map((address) => ({ params, body: { XAVRequest: { AddressKeyFormat: address } } }));

export const addressSeeds: ApiSeeds = () => ({
  'address-street.validate': ['1', '2', '3'].flatMap((requestoption) => asks({ requestoption })),
});

export const citySeeds: ApiSeeds = () => ({ 'address-city.validate': asks({ requestoption: '1' }) });

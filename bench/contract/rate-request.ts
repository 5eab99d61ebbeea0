import type { RateRequest } from '@lading/contract/rating/schema';

type Shipment = RateRequest['RateRequest']['Shipment'];
type Parcel = Shipment['Package'][number];

const address = (City: string, StateProvinceCode: string, PostalCode: string, CountryCode: string) => ({
  AddressLine: ['Harbour Tools Ltd', '1200 Long Industrial Parkway', 'Building 7, Dock 12'],
  City,
  StateProvinceCode,
  PostalCode,
  CountryCode,
});

function parcel(weight: string): Parcel {
  return {
    PackagingType: { Code: '02', Description: 'Customer supplied package' },
    Dimensions: {
      UnitOfMeasurement: { Code: 'IN', Description: 'Inches' },
      Length: '20',
      Width: '15',
      Height: '12',
    },
    DimWeight: { UnitOfMeasurement: { Code: 'LBS', Description: 'Pounds' }, Weight: '26' },
    PackageWeight: { UnitOfMeasurement: { Code: 'LBS', Description: 'Pounds' }, Weight: weight },
    AdditionalHandlingIndicator: '',
    PackageServiceOptions: {
      DeliveryConfirmation: { DCISType: '2' },
      DeclaredValue: { CurrencyCode: 'USD', MonetaryValue: '1250.00' },
      COD: { CODFundsCode: '0', CODAmount: { CurrencyCode: 'USD', MonetaryValue: '980.50' } },
    },
  };
}

/** A request with everything that a shop of industrial goods asks for; about 4 KB of JSON. */
export const fullRateRequest: RateRequest = {
  RateRequest: {
    Request: {
      RequestOption: 'Shoptimeintransit',
      SubVersion: '2409',
      TransactionReference: { CustomerContext: 'order 2026-11-20/004711 of the Halifax warehouse' },
    },
    PickupType: { Code: '01', Description: 'Daily pickup' },
    CustomerClassification: { Code: '00', Description: 'Rates of the account' },
    Shipment: {
      Shipper: {
        Name: 'Harbour Tools',
        ShipperNumber: 'A1B2C3',
        Address: address('Timonium', 'MD', '21093', 'US'),
      },
      ShipTo: {
        Name: 'Maple Ridge Foundry',
        AttentionName: 'Goods receiving',
        Address: { ...address('Ottawa', 'ON', 'K1A0A9', 'CA'), ResidentialAddressIndicator: '' },
      },
      ShipFrom: { Name: 'Harbour Tools North', Address: address('Alpharetta', 'GA', '30005', 'US') },
      PaymentDetails: {
        ShipmentCharge: [
          { Type: '01', BillShipper: { AccountNumber: 'A1B2C3' } },
          { Type: '02', BillReceiver: { AccountNumber: 'D4E5F6', Address: { PostalCode: 'K1A0A9' } } },
        ],
      },
      Service: { Code: '11', Description: 'Standard' },
      NumOfPieces: '4',
      ShipmentTotalWeight: { UnitOfMeasurement: { Code: 'LBS', Description: 'Pounds' }, Weight: '102' },
      Package: ['12', '18.5', '31', '40.5'].map(parcel),
      ShipmentServiceOptions: { SaturdayPickupIndicator: '' },
      ShipmentRatingOptions: { NegotiatedRatesIndicator: '', RateChartIndicator: '' },
      InvoiceLineTotal: { CurrencyCode: 'USD', MonetaryValue: '5000' },
      DeliveryTimeInformation: { PackageBillType: '03', Pickup: { Date: '20261123', Time: '1000' } },
    },
  },
};

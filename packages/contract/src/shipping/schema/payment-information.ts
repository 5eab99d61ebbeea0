import { Type } from 'typebox';
import { flag, list, maybe, text, upTo, xmlName } from '../../schema/notation.ts';
import { Address, BillThirdPartyAddress } from './parts.ts';

const CreditCard = Type.Object({
  Type: upTo(2),
  Number: text(9, 16),
  ExpirationDate: upTo(6, 'MMYYYY'),
  SecurityCode: text(3, 4),
  Address: maybe(Address),
});

const BillShipper = Type.Object({
  AccountNumber: maybe(upTo(6, 'Account number, six letters and digits.')),
  CreditCard: maybe(CreditCard),
  AlternatePaymentMethod: maybe(xmlName('BillShipper', upTo(2))),
});

const BillReceiverAddress = Type.Object({
  PostalCode: maybe(text(1, 9, 'Letters and digits; without a dash or a space where the country allows it.')),
});

const BillReceiver = Type.Object({
  AccountNumber: upTo(6, 'Account number, six letters and digits.'),
  Address: maybe(BillReceiverAddress),
});

const BillThirdParty = Type.Object({
  AccountNumber: maybe(upTo(6, 'Account number, six letters and digits.')),
  CertifiedElectronicMail: maybe(text(1, 30)),
  InterchangeSystemCode: maybe(text(1, 15)),
  Address: BillThirdPartyAddress,
});

const ShipmentCharge = Type.Object({
  Type: upTo(2),
  BillShipper: maybe(BillShipper),
  BillReceiver: maybe(BillReceiver),
  BillThirdParty: maybe(BillThirdParty),
  ConsigneeBilledIndicator: maybe(flag()),
});

export const PaymentInformation = Type.Object({
  ShipmentCharge: list(ShipmentCharge),
  SplitDutyVATIndicator: maybe(flag()),
});

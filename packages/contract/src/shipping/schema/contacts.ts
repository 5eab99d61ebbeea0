import { Type } from 'typebox';
import { coded, exactly, maybe, text, upTo } from '../../schema/notation.ts';
import { ForwardAgentAddress, Phone } from './parts.ts';

const ForwardAgent = Type.Object({
  CompanyName: text(1, 35),
  TaxIdentificationNumber: text(1, 15, 'Of the party, as its country numbers it.'),
  Address: ForwardAgentAddress,
});

const UltimateConsignee = Type.Object({
  CompanyName: text(1, 35),
  Address: ForwardAgentAddress,
  UltimateConsigneeType: maybe(coded(exactly(1), maybe(text(1, 20)))),
});

const IntermediateConsignee = Type.Object({
  CompanyName: text(1, 35),
  Address: ForwardAgentAddress,
});

const Producer = Type.Object({
  Option: maybe(upTo(2)),
  CompanyName: maybe(text(1, 35)),
  TaxIdentificationNumber: maybe(text(1, 15, 'Of the party, as its country numbers it.')),
  Address: maybe(ForwardAgentAddress),
  AttentionName: maybe(text(1, 35, 'Person to whom it goes.')),
  Phone: maybe(Phone),
  EMailAddress: maybe(text(1, 50)),
});

const SoldTo = Type.Object({
  Name: text(1, 35),
  AttentionName: text(1, 35, 'Person to whom it goes.'),
  TaxIdentificationNumber: maybe(text(1, 15, 'Of the party, as its country numbers it.')),
  Phone: maybe(Phone),
  Option: maybe(upTo(2)),
  Address: ForwardAgentAddress,
  EMailAddress: maybe(text(1, 50)),
  AccountNumber: maybe(text(1, 6, 'Account number, six letters and digits.')),
});

export const Contacts = Type.Object({
  ForwardAgent: maybe(ForwardAgent),
  UltimateConsignee: maybe(UltimateConsignee),
  IntermediateConsignee: maybe(IntermediateConsignee),
  Producer: maybe(Producer),
  SoldTo: maybe(SoldTo),
});

import { momentOf } from '../meanings.ts';
import type { ApiSeeds } from './api-seeds.ts';

const CustomerContext = 'quantum view';
const request = (criteria: object) => ({
  body: {
    QuantumViewRequest: {
      Request: { TransactionReference: { CustomerContext }, RequestAction: 'QVEvents' },
      ...criteria,
    },
  },
});

export const quantumViewSeeds: ApiSeeds = ({ now }) => {
  const range = { BeginDateTime: momentOf(now, -5), EndDateTime: momentOf(now, 0) };
  return {
    'quantum-view.events': [
      request({ SubscriptionRequest: [{ Name: 'Outbound', DateTimeRange: range }] }),
      request({ SubscriptionRequest: [{ DateTimeRange: range }] }),
      request({ SubscriptionRequest: [{ Name: 'Inbound', DateTimeRange: range }] }),
      request({ SubscriptionRequest: [{ Name: 'Dormant' }] }),
      request({ SubscriptionRequest: [{ Name: 'Nobody knows' }] }),
      request({}),
    ],
  };
};

import { dayText, timeText, weekday } from '@lading/carrier/network/zones';
import type { Transit } from '@lading/carrier/time-in-transit/rules';
import type { JsonObject } from '../registry.ts';
import type { AskedRate } from './request.ts';

const weekdayNames = ['SUN', 'MON', 'TUE', 'WED', 'THU', 'FRI', 'SAT'] as const;
const END_OF_DAY = 23 * 3600;
const NOON_HOUR = 12;

/** `MON` to `SUN`. */
export function dayOfWeek(day: number): string {
  return weekdayNames[weekday(day)] ?? '';
}

/** `TimeInTransit` of a rated shipment. */
export function timesOf(asked: AskedRate, transit: Transit): JsonObject {
  const arrival = arrivalOf(asked, transit);
  return {
    PickupDate: dayText(transit.pickupDay),
    PackageBillType: asked.billType,
    ServiceSummary: {
      Service: { Description: '' },
      GuaranteedIndicator: transit.isGuaranteed ? '1' : undefined,
      EstimatedArrival: {
        Arrival: { Date: dayText(arrival.day), Time: timeText(arrival.second) },
        BusinessDaysInTransit: String(transit.businessDays),
        Pickup: { Date: dayText(transit.pickupDay), Time: timeText(asked.shipSecond) },
        DayOfWeek: dayOfWeek(arrival.day),
        CustomerCenterCutoff: timeText(transit.cutoffSecond),
        DelayCount: String(transit.customsDays),
        HolidayCount: String(transit.holidays),
        RestDays: String(transit.restDays),
        TotalTransitDays: String(arrival.day - transit.pickupDay),
      },
      SaturdayDelivery: arrival.isSaturday ? '1' : undefined,
    },
  };
}

/** `GuaranteedDelivery`: days, and the time where the service names one before the end of the day. */
export function guaranteeOf(asked: AskedRate, transit: Transit): JsonObject {
  const { day, second } = arrivalOf(asked, transit);
  return {
    BusinessDaysInTransit: String(transit.businessDays),
    DeliveryByTime: second < END_OF_DAY ? clockText(second) : undefined,
    ScheduledDeliveryDate: dayText(day),
  };
}

/** The Saturday where it is asked for and possible, else the ordinary day. */
function arrivalOf({ question }: AskedRate, { deliveryDay, deliverySecond, saturday }: Transit) {
  const isSaturday = saturday !== null && question.options.has('saturday-delivery');
  if (!isSaturday) return { day: deliveryDay, second: deliverySecond, isSaturday };
  return { day: saturday.day, second: saturday.second, isSaturday };
}

/** `10:30 A.M.` */
function clockText(second: number): string {
  const hours = Math.floor(second / 3600);
  const minutes = String(Math.floor(second / 60) % 60).padStart(2, '0');
  const half = hours < NOON_HOUR ? 'A.M.' : 'P.M.';
  return `${((hours + NOON_HOUR - 1) % NOON_HOUR) + 1}:${minutes} ${half}`;
}

import { crediting } from "tierwise";
import type { Booking, SalesPlan, SalesYear } from "./plan.js";

/** What a person is credited with for a part of a booking: what commission is paid on, and what counts for the quota, as units. */
export interface SalesCredit {
  readonly id: string;
  readonly booking: Booking;
  readonly month: string;
  readonly amount: string;
  readonly units: string;
  readonly attributes: Readonly<Record<string, string>>;
}

/** The credits of a person in a year, in the order of booking. */
export function creditsOf(
  { configs }: Pick<SalesPlan, "configs">,
  { year, bookings }: Pick<SalesYear, "year" | "bookings">,
  person: string,
): readonly SalesCredit[] {
  const deals = bookings.flatMap(({ id, bookedOn, person: owner, splits, parts }) =>
    parts.map(({ id: part, amount, attributes }) => ({
      id: `${id}-${part}`,
      bookedOn,
      amount,
      attributes,
      ...(owner === undefined ? {} : { person: owner }),
      ...(splits === undefined ? {} : { splits: [...splits] }),
    })),
  );
  const credited = (by: "commissionCredit" | "quotaCredit") => {
    const { people } = crediting(configs[by])({ period: year, deals });
    const own = people.find(({ id }) => id === person)?.credits ?? [];
    return new Map(own.map(({ id, amount }) => [id, String(amount)]));
  };
  const [commissionable, counted] = [credited("commissionCredit"), credited("quotaCredit")];
  return [...bookings]
    .sort((a, b) => a.bookedOn.localeCompare(b.bookedOn))
    .flatMap((booking) =>
      booking.parts.flatMap(({ id: part, attributes }) => {
        const id = `${booking.id}-${part}`;
        const amount = commissionable.get(id);
        if (amount === undefined) return [];
        const month = booking.bookedOn.slice(0, 7);
        return [{ id, booking, month, amount, units: counted.get(id) ?? "0", attributes }];
      }),
    );
}

/** A credit as a commission takes it. */
export function creditInput({ id, amount, units, attributes }: SalesCredit) {
  return { id, amount, units, attributes };
}

/**
 * Days on which nothing is collected or delivered, by country: `country|rules`. A rule is one of
 * `MM-DD`; `MM-DD>Mon`, the first such weekday from that date on; `E+1`, days from Easter Sunday; `L8/15`, month and
 * day of the Chinese calendar, `L1/0` the day before its New Year; `spring`, `autumn`, the equinoxes as Japan reckons
 * them; `bright`, the clear and bright festival. A `~` behind it moves a weekend to the next free weekday, a `^` only a
 * Sunday to the next free day; `@2025` is the first year in which it is kept. Sources and grades: see SOURCES.md.
 */
export const holidayRows = `
US|01-01 05-25>Mon 07-04 09-01>Mon 11-22>Thu 12-25
CA|01-01 E-2 05-18>Mon 07-01 09-01>Mon 10-08>Mon 12-25 12-26
MX|01-01 02-01>Mon 03-15>Mon 05-01 09-16 11-15>Mon 12-25
BR|01-01 E-2 04-21 05-01 09-07 10-12 11-02 11-15 11-20 12-25
GB|01-01~ E-2 E+1 05-01>Mon 05-25>Mon 08-25>Mon 12-25~ 12-26~
IE|01-01 02-01>Mon@2023 03-17 E+1 05-01>Mon 06-01>Mon 08-01>Mon 10-25>Mon 12-25 12-26
DE|01-01 E-2 E+1 05-01 E+39 E+50 10-03 12-25 12-26
FR|01-01 E+1 05-01 05-08 E+39 E+50 07-14 08-15 11-01 11-11 12-25
IT|01-01 01-06 E+1 04-25 05-01 06-02 08-15 10-04@2026 11-01 12-08 12-25 12-26
ES|01-01 01-06 E-2 05-01 08-15 10-12 11-01 12-06 12-08 12-25
PT|01-01 E-2 04-25 05-01 E+60 06-10 08-15 10-05 11-01 12-01 12-08 12-25
NL|01-01 E+1 04-27 E+39 E+50 12-25 12-26
BE|01-01 E+1 05-01 E+39 E+50 07-21 08-15 11-01 11-11 12-25
LU|01-01 E+1 05-01 05-09 E+39 E+50 06-23 08-15 11-01 12-25 12-26
CH|01-01 E-2 E+1 E+39 E+50 08-01 12-25 12-26
AT|01-01 01-06 E+1 05-01 E+39 E+50 E+60 08-15 10-26 11-01 12-08 12-25 12-26
PL|01-01 01-06 E+1 05-01 05-03 E+60 08-15 11-01 11-11 12-24@2025 12-25 12-26
CZ|01-01 E-2 E+1 05-01 05-08 07-05 07-06 09-28 10-28 11-17 12-24 12-25 12-26
HU|01-01 03-15 E-2 E+1 05-01 E+50 08-20 10-23 11-01 12-25 12-26
SE|01-01 01-06 E-2 E+1 05-01 E+39 06-06 12-25 12-26
DK|01-01 E-3 E-2 E+1 E+39 E+50 12-25 12-26
NO|01-01 E-3 E-2 E+1 05-01 05-17 E+39 E+50 12-25 12-26
FI|01-01 01-06 E-2 E+1 05-01 E+39 12-06 12-25 12-26
JP|01-01 01-08>Mon 02-11^ 02-23^ spring^ 04-29^ 05-03^ 05-04^ 05-05^ 07-15>Mon 08-11^ 09-15>Mon autumn^ 10-08>Mon 11-03^ 11-23^
CN|01-01 L1/0 L1/1 L1/2 L1/3 bright 05-01 L5/5 L8/15 10-01 10-02 10-03
HK|01-01^ L1/1^ L1/2^ L1/3^ bright^ E-2 E+1 L4/8^ 05-01^ L5/5^ 07-01^ L8/16^ 10-01^ L9/9^ 12-25^ 12-26^
TW|01-01 02-28 L1/0 L1/1 L1/2 L1/3 04-04 bright L5/5 L8/15 10-10
KR|01-01 L1/0 L1/1 L1/2 03-01 L4/8 05-05 06-06 08-15 L8/14 L8/15 L8/16 10-03 10-09 12-25
SG|01-01^ L1/1^ L1/2^ E-2 05-01^ 08-09^ 12-25^
IN|01-26 08-15 10-02 12-25
AU|01-01~ 01-26~ E-2 E+1 04-25 12-25~ 12-26~
NZ|01-01~ 01-02~ 02-06~ E-2 E+1 04-25~ 06-01>Mon 10-22>Mon 12-25~ 12-26~
`;

/** Kept everywhere else. */
export const usualHolidays = '01-01 12-25';

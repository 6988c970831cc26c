//! Dates of the calendar, and dates known only to the month or year. Depends on nothing.

use std::fmt;

/// A day.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Date {
    year: u16,
    month: u8,
    day: u8,
}

impl Date {
    /// The day (UTC) of a number of seconds since 1970-01-01; none after the year 9999.
    #[must_use]
    pub fn from_epoch(seconds: u64) -> Option<Self> {
        let mut days = seconds / 86_400;
        // Bounds the loops below: no year beyond 9999 can be written.
        if days > 2_932_896 {
            return None;
        }
        let mut year = 1970;
        while days >= days_of_year(year) {
            days -= days_of_year(year);
            year += 1;
        }
        let mut month = 1;
        while days >= u64::from(days_of_month(year, month)) {
            days -= u64::from(days_of_month(year, month));
            month += 1;
        }
        Some(Self { year, month, day: u8::try_from(days + 1).ok()? })
    }

    /// Reads `2015-03-24`; only days that exist.
    #[must_use]
    pub fn read(text: &str) -> Option<Self> {
        let mut parts = text.split('-');
        let (year, month, day) = (parts.next()?, parts.next()?, parts.next()?);
        if parts.next().is_some() {
            return None;
        }
        let (year, month, day) = (digits(year, 4)?, digits(month, 2)?, digits(day, 2)?);
        let (month, day) = (u8::try_from(month).ok()?, u8::try_from(day).ok()?);
        let exists = (1..=12).contains(&month) && (1..=days_of_month(year, month)).contains(&day);
        exists.then_some(Self { year, month, day })
    }
}

impl fmt::Display for Date {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "{:04}-{:02}-{:02}", self.year, self.month, self.day)
    }
}

/// Whether a text is a year, a month or a day in ISO 8601: `2015`, `2015-03` or `2015-03-24`.
#[must_use]
pub fn is_date(text: &str) -> bool {
    match text.len() {
        4 => digits(text, 4).is_some(),
        7 => Date::read(&format!("{text}-01")).is_some(),
        _ => Date::read(text).is_some(),
    }
}

fn digits(text: &str, count: usize) -> Option<u16> {
    let plain = text.len() == count && text.bytes().all(|byte| byte.is_ascii_digit());
    plain.then(|| text.parse().ok()).flatten()
}

fn is_leap(year: u16) -> bool {
    year.is_multiple_of(4) && (!year.is_multiple_of(100) || year.is_multiple_of(400))
}

fn days_of_year(year: u16) -> u64 {
    if is_leap(year) { 366 } else { 365 }
}

fn days_of_month(year: u16, month: u8) -> u8 {
    match month {
        4 | 6 | 9 | 11 => 30,
        2 if is_leap(year) => 29,
        2 => 28,
        _ => 31,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn seconds_become_days() {
        for (seconds, day) in [
            (0, "1970-01-01"),
            (951_782_400, "2000-02-29"),
            (1_427_155_200, "2015-03-24"),
            (253_402_300_799, "9999-12-31"),
        ] {
            assert_eq!(Date::from_epoch(seconds).unwrap().to_string(), day);
            assert_eq!(Date::read(day), Date::from_epoch(seconds));
        }
        assert_eq!(Date::from_epoch(253_402_300_800), None);
    }

    #[test]
    fn only_dates_that_exist_are_read() {
        for good in ["2015", "2015-03", "2015-03-31", "2024-02-29"] {
            assert!(is_date(good), "{good}");
        }
        for bad in
            ["", "15", "2015-3", "2015-13", "2015-02-29", "2015-00-01", "2015-03-24-", "+015", "20150324"]
        {
            assert!(!is_date(bad), "{bad}");
        }
    }
}

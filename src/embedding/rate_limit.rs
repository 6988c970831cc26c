//! A limit of events per second.

/// Counts events in the current second.
pub(crate) struct RateLimit {
    limit: u32,
    second: u64,
    count: u32,
}

impl RateLimit {
    /// Allows this many events in a second.
    pub(crate) fn new(limit: u32) -> Self {
        Self { limit, second: 0, count: 0 }
    }

    /// Counts an event now; `false` above the limit.
    pub(crate) fn allows(&mut self) -> bool {
        self.allows_at(js_sys::Date::now())
    }

    /// Counts an event at a time in milliseconds since 1970.
    #[allow(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "a time of this age in whole seconds"
    )]
    fn allows_at(&mut self, now: f64) -> bool {
        let second = (now / 1000.0) as u64;
        if second != self.second {
            *self = Self { second, count: 0, ..*self };
        }
        self.count += 1;
        self.count <= self.limit
    }
}

#[cfg(test)]
mod tests {
    use super::RateLimit;

    #[test]
    fn the_limit_counts_anew_each_second() {
        let mut limit = RateLimit::new(2);
        let allowed = [1000.0, 1400.0, 1900.0, 2000.0].map(|now| limit.allows_at(now));
        assert_eq!(allowed, [true, true, false, true]);
    }
}

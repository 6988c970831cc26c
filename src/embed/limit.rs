//! So many times in a second and no more.

/// Counts how often something happens.
pub(super) struct Limit {
    most: u32,
    second: u64,
    count: u32,
}

impl Limit {
    /// At most so often in a second.
    pub(super) fn new(most: u32) -> Self {
        Self { most, second: 0, count: 0 }
    }

    /// Whether it may happen once more now.
    pub(super) fn allows(&mut self) -> bool {
        self.allows_at(js_sys::Date::now())
    }

    /// The same at a time in milliseconds.
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
        self.count <= self.most
    }
}

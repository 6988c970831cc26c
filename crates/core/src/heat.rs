//! How many projects, as a shade: eight steps that look evenly far apart, the number always beside them.

/// The darkest step. The lightest, for no project, is 0.
pub const DARKEST: u32 = 7;

/// The share of a collection that has to state goals for its cells to be compared.
const CARRYING: f64 = 0.05;

/// The step of a count where the largest is `most`.
///
/// By square root, since a few cells hold most of what there is: in equal steps all the others would look empty.
#[must_use]
pub fn heat(count: u32, most: u32) -> u32 {
    if count == 0 {
        return 0;
    }
    let share = u64::from(count) * 10_000 / u64::from(most.max(1));
    let step = u32::try_from(share.isqrt()).unwrap_or(100) * DARKEST;
    step.div_ceil(100).clamp(1, DARKEST)
}

/// Whether enough projects of a collection state goals for its cells to be compared; `share` is the manifest's.
#[must_use]
pub fn carries(share: f64) -> bool {
    share >= CARRYING
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn few_cells_do_not_hide_the_many() {
        assert_eq!([0, 1, 4, 25, 50, 100].map(|count| heat(count, 100)), [0, 1, 2, 4, 5, 7]);
        assert_eq!(heat(1, 1), DARKEST);
    }

    proptest! {
        #[test]
        fn more_is_never_lighter(one in 0_u32..1_000_000, other in 0_u32..1_000_000, most in 1_u32..1_000_000) {
            let (less, more) = (one.min(other), one.max(other));
            prop_assert!(heat(less, most) <= heat(more, most));
            prop_assert!(heat(more, most) <= DARKEST);
            prop_assert_eq!(heat(less, most) == 0, less == 0);
        }
    }
}

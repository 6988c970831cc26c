//! Names that were mistyped by one letter.

/// Whether two words are the same but for one letter that is missing, too many, another, or exchanged with its
/// neighbour. Words of fewer than four letters have to be the same.
pub(super) fn is_mistyped(one: &str, other: &str) -> bool {
    let (one, other): (Vec<char>, Vec<char>) = (one.chars().collect(), other.chars().collect());
    if one == other || one.len().min(other.len()) < 4 {
        return one == other;
    }
    let same_start = one.iter().zip(&other).take_while(|(one, other)| one == other).count();
    let rest = |letters: &[char], skipped: usize| letters.get(same_start + skipped..).map(<[char]>::to_vec);
    let swapped = one.get(same_start..same_start + 2).zip(other.get(same_start..same_start + 2));
    let is_swap = swapped.is_some_and(|(one, other)| one.iter().eq(other.iter().rev()));
    rest(&one, 1) == rest(&other, 1)
        || rest(&one, 1) == rest(&other, 0)
        || rest(&one, 0) == rest(&other, 1)
        || (is_swap && rest(&one, 2) == rest(&other, 2))
}

/// Dice coefficient of the letter pairs of two texts, in thousandths.
pub(super) fn likeness(one: &str, other: &str) -> u32 {
    let (one, mut rest) = (pairs(one), pairs(other));
    let all = one.len() + rest.len();
    let mut shared = 0;
    for pair in one {
        if let Some(place) = rest.iter().position(|known| *known == pair) {
            rest.swap_remove(place);
            shared += 2;
        }
    }
    u32::try_from(shared * 1000 / all.max(1)).unwrap_or(0)
}

fn pairs(text: &str) -> Vec<(char, char)> {
    text.chars().zip(text.chars().skip(1)).collect()
}

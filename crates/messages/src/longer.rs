//! Texts as long as those of languages that need more room, to see what a layout does with them: debug builds only.

use std::cell::Cell;

thread_local! {
    static SHOWN: Cell<bool> = const { Cell::new(false) };
}

/// Lengthens every text of the interface from now on: `lang=qps` in a debug build.
pub fn show_longer_texts() {
    SHOWN.set(true);
}

/// The text as it is shown, for the rest of the program's life.
pub(crate) fn shown(text: &'static str) -> &'static str {
    if SHOWN.get() { lengthen(text).leak() } else { text }
}

/// A text made 40 per cent longer: its vowels are doubled, and get an accent, from the first on. Placeholders stay as they are.
#[must_use]
pub fn lengthen(text: &str) -> String {
    let mut more = text.chars().count() * 2 / 5;
    let (mut longer, mut depth) = (String::with_capacity(text.len() * 2), 0_u32);
    for letter in text.chars() {
        longer.push(letter);
        match letter {
            '{' => depth += 1,
            '}' => depth = depth.saturating_sub(1),
            _ => {}
        }
        if let Some(accented) = accented(letter).filter(|_| depth == 0) {
            let times = more.min(if text.is_ascii() { 2 } else { 1 });
            longer.extend(std::iter::repeat_n(accented, times));
            more -= times;
        }
    }
    longer
}

fn accented(letter: char) -> Option<char> {
    Some(match letter {
        'a' | 'A' => 'á',
        'e' | 'E' => 'é',
        'i' | 'I' => 'í',
        'o' | 'O' => 'ö',
        'u' | 'U' => 'ü',
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_grow_and_placeholders_do_not() {
        assert_eq!(lengthen("Close"), "Cloööse");
        let longer = lengthen("Copy {names} to a file, then open the file");
        assert!(longer.contains("{names}"), "{longer}");
        assert!(longer.chars().count() >= 56, "{longer}");
    }
}

//! One spelling for names, so that case, accents, spaces and punctuation do not decide. Uses the core's folding.

use wsis_core::normalize;

/// Only the letters and digits of a text, folded: `WSIS Action Line(s)` and `wsis_action_line` are the same.
pub(super) fn match_key(text: &str) -> String {
    let singular = text.replace("(s)", "").replace("(S)", "");
    to_plain(&singular).chars().filter(|letter| letter.is_alphanumeric()).collect()
}

/// A text folded, with every kind of decimal digit as 0 to 9.
pub(super) fn to_plain(text: &str) -> String {
    normalize(text).chars().map(digit).collect()
}

/// Arabic and Persian digits as those of ASCII; full-width ones are folded already.
fn digit(letter: char) -> char {
    let value = match letter {
        '\u{660}'..='\u{669}' => u32::from(letter) - 0x660,
        '\u{6f0}'..='\u{6f9}' => u32::from(letter) - 0x6f0,
        _ => return letter,
    };
    char::from_digit(value, 10).unwrap_or(letter)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn spellings_of_a_name_are_one() {
        for name in ["WSIS Action Line(s)", "wsis_action_line", " WSIS  Action-Line* ", "wsisActionLine"] {
            assert_eq!(match_key(name), "wsisactionline");
        }
        assert_eq!(match_key("Título"), "titulo");
        assert_eq!(to_plain("١٧ ９"), "17 9");
        assert_eq!(match_key("?!"), "");
    }
}

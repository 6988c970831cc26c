//! Texts in lines that fit, by their width as it is measured.

/// The width of a text in units of the picture, at a size of the font.
pub type Measure<'m> = &'m dyn Fn(&str, u32) -> u32;

/// The width of a text where no browser can measure it: a little more than most fonts need.
#[must_use]
pub fn estimated_width(text: &str, size: u32) -> u32 {
    let thousandths: u32 = text.chars().map(of_letter).sum();
    (thousandths * size).div_ceil(1000)
}

/// The width of a letter in thousandths of the size of the font.
fn of_letter(letter: char) -> u32 {
    match letter {
        _ if is_ideograph(letter) => 1000,
        'i' | 'j' | 'l' | 'I' | 't' | 'f' | 'r' | ' ' | '.' | ',' | '·' | ':' | '\'' | '’' => 340,
        'm' | 'w' | 'M' | 'W' | 'ж' | 'ш' | 'щ' | 'ю' | 'ы' | 'ф' | 'Ж' | 'Ш' | 'Щ' | 'Ю' => 900,
        _ if letter.is_uppercase() => 700,
        _ => 610,
    }
}

/// Whether a line may break before and after a letter, as in Chinese, which has no spaces.
fn is_ideograph(letter: char) -> bool {
    matches!(letter, '\u{2e80}'..='\u{9fff}' | '\u{f900}'..='\u{faff}' | '\u{ff00}'..='\u{ffef}')
}

/// Whether no line begins with a letter: what ends a part of a sentence.
fn ends_a_part(letter: char) -> bool {
    matches!(letter, '，' | '。' | '、' | '；' | '：' | '！' | '？' | '）' | '》' | '”')
}

/// A text in lines of at most this width, broken between words and between ideographs. A word that is wider alone stays
/// whole.
pub(super) fn wrapped(text: &str, size: u32, most: u32, measure: Measure<'_>) -> Vec<String> {
    let mut lines: Vec<String> = Vec::new();
    for word in text.split_whitespace() {
        for (at, part) in parts(word).into_iter().enumerate() {
            let glue = if at == 0 { " " } else { "" };
            let longer = lines.last().map(|line| format!("{line}{glue}{part}"));
            match (longer, lines.last_mut()) {
                (Some(longer), Some(line)) if measure(&longer, size) <= most => *line = longer,
                _ => lines.push(part),
            }
        }
    }
    lines
}

/// The parts of a word between which a line may break.
fn parts(word: &str) -> Vec<String> {
    let mut parts: Vec<String> = Vec::new();
    for letter in word.chars() {
        let last = parts.last_mut().filter(|part| {
            let before = part.chars().next_back();
            ends_a_part(letter) || !(is_ideograph(letter) || before.is_some_and(is_ideograph))
        });
        match last {
            Some(part) => part.push(letter),
            None => parts.push(letter.to_string()),
        }
    }
    parts
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn chinese_breaks_between_letters_but_not_before_a_comma() {
        let measure = |text: &str, size: u32| estimated_width(text, size);
        assert_eq!(wrapped("文化多样性、语言", 10, 50, &measure), ["文化多样", "性、语言"]);
        assert_eq!(wrapped("Cultural 文化", 10, 60, &measure), ["Cultural 文", "化"]);
    }

    proptest! {
        #[test]
        fn nothing_is_lost_and_what_can_break_fits(text in "[a-z文化、 ]{0,60}", most in 60_u32..200) {
            let measure = |text: &str, size: u32| estimated_width(text, size);
            let lines = wrapped(&text, 10, most, &measure);
            let without_spaces = |text: &str| text.split_whitespace().collect::<String>();
            prop_assert_eq!(without_spaces(&lines.concat()), without_spaces(&text));
            for line in &lines {
                prop_assert!(measure(line, 10) <= most || parts(line).len() == 1, "{}", line);
            }
        }
    }
}

//! Tells words from what a wrong encoding makes of them: letters of two scripts in one word, or Latin words without a
//! plain letter. Depends on nothing.

/// The script of a letter, as far as encodings before Unicode take one for another.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Script {
    Latin,
    Greek,
    Cyrillic,
    Hebrew,
    Arabic,
    Other,
}

fn script_of(letter: char) -> Script {
    match letter {
        'A'..='Z' | 'a'..='z' | '\u{aa}'..='\u{24f}' | '\u{1e00}'..='\u{1eff}' => Script::Latin,
        '\u{370}'..='\u{3ff}' => Script::Greek,
        '\u{400}'..='\u{52f}' => Script::Cyrillic,
        '\u{590}'..='\u{5ff}' => Script::Hebrew,
        '\u{600}'..='\u{6ff}' => Script::Arabic,
        _ => Script::Other,
    }
}

/// True if most words with letters beyond ASCII are words of one script.
pub(super) fn has_plausible_words(text: &str) -> bool {
    let (mut good, mut odd) = (0_usize, 0_usize);
    let words = text.split(|letter: char| !letter.is_alphabetic());
    for word in words.filter(|word| !word.is_ascii()) {
        if is_plausible(word) {
            good += 1;
        } else {
            odd += 1;
        }
    }
    odd * 10 <= good
}

fn is_plausible(word: &str) -> bool {
    let mut scripts = word.chars().map(script_of);
    let first = scripts.next().unwrap_or(Script::Other);
    let one_script = scripts.all(|script| script == first);
    let letters = word.chars().count();
    let plain = word.chars().filter(char::is_ascii).count();
    match first {
        // East Asian texts have Latin words without a space between.
        _ if word.chars().any(|letter| script_of(letter) == Script::Other) => true,
        Script::Latin => one_script && (letters == 1 || (plain > 0 && (letters < 4 || plain * 2 >= letters))),
        _ => one_script,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_told_from_what_a_wrong_encoding_makes() {
        for text in ["Énergie été à où Égalité", "Проект C7-проект", "مشروع ICT", "ICT项目", "– “1” ©", ""]
        {
            assert!(has_plausible_words(text), "{text}");
        }
        for text in ["Ïðîåêò ãîäà", "ãÔÑæÚ", "Cфte d'Ivoire", "ÏîÄ¿ Ãû³Æ"] {
            assert!(!has_plausible_words(text), "{text}");
        }
    }
}

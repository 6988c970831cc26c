//! The first sentence of a text, in each of the six languages.

/// A text up to the end of its first sentence, or of its first part before a semicolon, which is left out. A stop inside a
/// code or a number, such as `9.1`, ends nothing.
pub(crate) fn first_sentence(text: &str) -> &str {
    let is_end = |letter: char| matches!(letter, '.' | '?' | ';' | '。' | '？' | '；' | '؟' | '؛');
    let ends_here = |end: usize| {
        let next = text.get(end..).and_then(|rest| rest.chars().next());
        next.is_none_or(|next| !next.is_ascii_alphanumeric())
    };
    let ends = text.char_indices().filter(|(_, letter)| is_end(*letter));
    let end = ends.map(|(at, letter)| at + letter.len_utf8()).find(|end| ends_here(*end));
    let sentence = end.and_then(|end| text.get(..end)).unwrap_or(text);
    sentence.trim_end_matches([';', '；', '؛', ' ', '\u{a0}'])
}

#[cfg(test)]
mod tests {
    use super::first_sentence;

    #[test]
    fn a_code_ends_no_sentence_and_every_script_has_its_stops() {
        for (text, sentence) in [
            ("Part of what 9.1 asks for, and 9.c too. More.", "Part of what 9.1 asks for, and 9.c too."),
            ("First part; second part.", "First part"),
            ("Pourquoi ? Parce que.", "Pourquoi ?"),
            ("第一句，9.1 也在内。第二句。", "第一句，9.1 也在内。"),
            ("ما هذا؟ لا شيء.", "ما هذا؟"),
            ("No stop", "No stop"),
        ] {
            assert_eq!(first_sentence(text), sentence);
        }
    }
}

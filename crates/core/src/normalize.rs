//! Text normalization that ignores case, accents and spacing, for sorting and search.

use std::ops::Range;

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

/// Characters that are written as an apostrophe.
const APOSTROPHES: [char; 4] = ['\'', '\u{2018}', '\u{2019}', '\u{2bc}'];

/// Converts to lower case, removes accents, other combining marks and apostrophes, and collapses white space.
///
/// The text is decomposed by compatibility (NFKD), so full-width letters and ligatures equal their plain
/// spelling. Apostrophes go since keyboards have the straight one and texts the curly one.
#[must_use]
pub fn normalize(text: &str) -> String {
    let is_kept = |letter: &char| !is_combining_mark(*letter) && !APOSTROPHES.contains(letter);
    let plain: String = text.nfkd().filter(is_kept).flat_map(char::to_lowercase).collect();
    plain.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Byte ranges of `text` that match one of the normalized `words`, in order, merged if they touch.
///
/// `normalize_lines` normalizes many texts at once, one a line (see [`normalize()`]).
#[must_use]
pub fn found_in(text: &str, words: &[&str], normalize_lines: impl Fn(&str) -> String) -> Vec<Range<usize>> {
    let letters: Vec<String> =
        text.chars().map(|letter| letter.to_string().replace(['\n', '\r'], " ")).collect();
    let folded = normalize_lines(&letters.join("\n"));
    // The normalized text, and for each of its bytes the range of the original letter.
    let (mut plain, mut from) = (String::new(), Vec::new());
    for (piece, (start, letter)) in folded.split('\n').zip(text.char_indices()) {
        let piece = if letter.is_whitespace() { " " } else { piece };
        plain.push_str(piece);
        from.extend(std::iter::repeat_n(start..start + letter.len_utf8(), piece.len()));
    }
    let mut found: Vec<Range<usize>> = Vec::new();
    for word in words.iter().filter(|word| !word.is_empty()) {
        for (at, _) in plain.match_indices(*word) {
            if let (Some(first), Some(last)) = (from.get(at), from.get(at + word.len() - 1)) {
                found.push(first.start..with_marks(text, last.end));
            }
        }
    }
    found.sort_unstable_by_key(|range| range.start);
    joined(found)
}

/// Moves `end` behind the combining marks that follow, since they belong to the letter before.
fn with_marks(text: &str, end: usize) -> usize {
    let marks = text.get(end..).unwrap_or_default().chars().take_while(|letter| is_mark(*letter));
    end + marks.map(char::len_utf8).sum::<usize>()
}

/// Returns true for a combining mark of the Unicode blocks that titles use.
fn is_mark(letter: char) -> bool {
    matches!(letter, '\u{300}'..='\u{36f}' | '\u{610}'..='\u{61a}' | '\u{64b}'..='\u{65f}' | '\u{670}')
}

/// Merges ranges that overlap or touch; `ranges` is sorted by start.
fn joined(ranges: Vec<Range<usize>>) -> Vec<Range<usize>> {
    let mut joined: Vec<Range<usize>> = Vec::new();
    for range in ranges {
        match joined.last_mut() {
            Some(last) if range.start <= last.end => last.end = last.end.max(range.end),
            _ => joined.push(range),
        }
    }
    joined
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn by_lines(text: &str) -> String {
        text.split('\n').map(normalize).collect::<Vec<_>>().join("\n")
    }

    fn found(text: &str, words: &[&str]) -> Vec<String> {
        found_in(text, words, by_lines).into_iter().map(|range| text[range].to_owned()).collect()
    }

    #[test]
    fn words_are_found_as_they_are_written() {
        assert_eq!(found("Réseaux ouverts, RESEAUX", &["reseaux"]), ["Réseaux", "RESEAUX"]);
        assert_eq!(found("Re\u{301}seaux", &["re", "x"]), ["Re\u{301}", "x"]);
        assert_eq!(found("Oﬃce data", &["office", "ata"]), ["Oﬃce", "ata"]);
        assert_eq!(found("banana", &["ana", "b"]), ["bana"]);
        assert_eq!(found("the world’s people", &["worlds"]), ["world’s"]);
        assert_eq!(found("信息社会", &["社会"]), ["社会"]);
        assert!(found("open\ndata", &["nd", ""]).is_empty());
    }

    proptest! {
        #[test]
        fn what_is_found_is_part_of_the_text_and_in_order(text in ".{0,30}", words in prop::collection::vec("[a-z]{1,3}", 0..3)) {
            let words: Vec<&str> = words.iter().map(String::as_str).collect();
            let ranges = found_in(&text, &words, by_lines);
            prop_assert!(ranges.iter().all(|range| text.get(range.clone()).is_some_and(|part| !part.is_empty())));
            prop_assert!(ranges.windows(2).all(|pair| pair[0].end < pair[1].start));
        }
    }

    #[test]
    fn case_accents_and_spaces_do_not_count() {
        assert_eq!(normalize("  ÉDUCATION \u{a0} numérique "), "education numerique");
        assert_eq!(normalize("ﬁnance"), "finance");
        assert_eq!(normalize("Ёлка"), "елка");
        assert_eq!(normalize("L’eau"), normalize("l'eau"));
    }
}

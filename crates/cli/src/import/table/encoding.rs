//! Finds the encoding of a text: byte order marks first, then UTF-16 by its zero bytes, UTF-8 by its form, and the rest
//! by its letters. A guess that makes no words is refused. May use encoding_rs and chardetng.

use anyhow::{Result, bail};
use chardetng::{EncodingDetector, Iso2022JpDetection, Utf8Detection};
use encoding_rs::{Encoding, UTF_8, UTF_16BE, UTF_16LE};

use super::script::has_plausible_words;

/// How much of a file is looked at to find UTF-16 without a mark.
const SAMPLE: usize = 4096;

/// A text and how it was encoded.
#[derive(Debug)]
pub(super) struct Decoded {
    pub(super) text: String,
    pub(super) encoding: String,
    /// Recognized by the letters alone.
    pub(super) is_guess: bool,
}

impl Decoded {
    /// A text that is UTF-8.
    pub(super) fn utf_8(text: &str) -> Self {
        Self { text: text.to_owned(), encoding: UTF_8.name().to_owned(), is_guess: false }
    }
}

/// Decodes a file; `asked` is the encoding that the operator names.
pub(super) fn decode(bytes: &[u8], requested: Option<&'static Encoding>) -> Result<Decoded> {
    if let Some(encoding) = requested {
        return whole(bytes, encoding, encoding.name().to_owned());
    }
    if let Some((encoding, mark)) = Encoding::for_bom(bytes) {
        let rest = bytes.get(mark..).unwrap_or_default();
        return whole(rest, encoding, format!("{} with a byte order mark", encoding.name()));
    }
    if let Some(encoding) = utf_16(bytes) {
        return whole(bytes, encoding, encoding.name().to_owned());
    }
    if let Ok(text) = std::str::from_utf8(bytes) {
        return Ok(Decoded::utf_8(text));
    }
    refuse_broken_utf_8(bytes)?;
    guess(bytes)
}

/// The encoding that a web page states, if it is not UTF-8 anyway.
pub(super) fn declared_by_page(bytes: &[u8]) -> Option<&'static Encoding> {
    if std::str::from_utf8(bytes).is_ok() || Encoding::for_bom(bytes).is_some() {
        return None;
    }
    let begin = bytes.get(..bytes.len().min(SAMPLE))?;
    let begin = String::from_utf8_lossy(begin).to_ascii_lowercase();
    let (_, label) = begin.split_once("charset=")?;
    let label = label.trim_start_matches(['"', '\'']);
    let end = label.find(|letter: char| !letter.is_ascii_alphanumeric() && !"-_".contains(letter))?;
    Encoding::for_label(label.get(..end)?.as_bytes()).filter(|encoding| *encoding != UTF_8)
}

/// One of the encodings before Unicode, by the frequency of letters, where the words it makes hold together.
fn guess(bytes: &[u8]) -> Result<Decoded> {
    let mut detector = EncodingDetector::new(Iso2022JpDetection::Deny);
    detector.feed(bytes, true);
    let encoding = detector.guess(None, Utf8Detection::Deny);
    let name = encoding.name();
    match whole(bytes, encoding, format!("{name} by its letters (--encoding names another)")) {
        Ok(decoded) if has_plausible_words(&decoded.text) => Ok(Decoded { is_guess: true, ..decoded }),
        _ => bail!(
            "is not UTF-8, and its encoding cannot be told (most like {name}): name it with --encoding, such as \
             windows-1251 (Cyrillic), windows-1256 (Arabic), gb18030 (Chinese) or windows-1252 (Western Europe), or \
             save the file as UTF-8"
        ),
    }
}

fn whole(bytes: &[u8], encoding: &'static Encoding, name: String) -> Result<Decoded> {
    match encoding.decode_without_bom_handling_and_without_replacement(bytes) {
        Some(text) => {
            let text = text.strip_prefix('\u{feff}').unwrap_or(&text).to_owned();
            Ok(Decoded { text, encoding: name, is_guess: false })
        }
        None => bail!("has bytes that are not {}", encoding.name()),
    }
}

/// UTF-16 without a mark: letters of Latin script leave every other byte zero.
fn utf_16(bytes: &[u8]) -> Option<&'static Encoding> {
    let sample = bytes.get(..bytes.len().min(SAMPLE))?;
    let zeros = |offset: usize| sample.iter().skip(offset).step_by(2).filter(|byte| **byte == 0).count();
    let (even, odd, most) = (zeros(0), zeros(1), sample.len() / 4);
    if odd > most && even == 0 {
        Some(UTF_16LE)
    } else if even > most && odd == 0 {
        Some(UTF_16BE)
    } else {
        None
    }
}

/// One wrong byte in a text of UTF-8 must not turn every accent of it into two letters.
fn refuse_broken_utf_8(bytes: &[u8]) -> Result<()> {
    let (mut good, mut bad) = (0_usize, 0_usize);
    for chunk in bytes.utf8_chunks() {
        good += chunk.valid().chars().filter(|letter| !letter.is_ascii()).count();
        bad += usize::from(!chunk.invalid().is_empty());
    }
    if good > bad {
        bail!("is UTF-8 but for {bad} places: mend them, or name the encoding with --encoding");
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use encoding_rs::{GB18030, WINDOWS_1251, WINDOWS_1252, WINDOWS_1256};

    use super::*;

    const TEXT: &str = "Título;Pays\r\n“Éducation” – 1;Côte d’Ivoire\r\n";

    fn utf_16_bytes(text: &str, little: bool) -> Vec<u8> {
        text.encode_utf16()
            .flat_map(|unit| if little { unit.to_le_bytes() } else { unit.to_be_bytes() })
            .collect()
    }

    #[test]
    fn each_encoding_of_a_spreadsheet_is_found() {
        let (windows, _, _) = WINDOWS_1252.encode(TEXT);
        let marked = |little| utf_16_bytes(&format!("\u{feff}{TEXT}"), little);
        for (bytes, name) in [
            (TEXT.as_bytes().to_vec(), "UTF-8"),
            (format!("\u{feff}{TEXT}").into_bytes(), "UTF-8 with a byte order mark"),
            (marked(true), "UTF-16LE with a byte order mark"),
            (marked(false), "UTF-16BE with a byte order mark"),
            (utf_16_bytes(TEXT, true), "UTF-16LE"),
            (utf_16_bytes(TEXT, false), "UTF-16BE"),
            (windows.into_owned(), "windows-1252 by its letters (--encoding names another)"),
        ] {
            let decoded = decode(&bytes, None).unwrap();
            assert_eq!((decoded.text.as_str(), decoded.encoding.as_str()), (TEXT, name));
        }
    }

    /// No title goes out as other letters: it is read as it was written, or refused.
    #[test]
    fn names_of_goals_and_lines_are_read_as_written_or_refused() {
        let names = include_str!("../../../../../data/line-names.csv");
        for (language, encoding, refused) in [
            ("fr", WINDOWS_1252, 3),
            ("es", WINDOWS_1252, 3),
            ("ru", WINDOWS_1251, 3),
            ("ar", WINDOWS_1256, 3),
            ("zh", GB18030, 3),
        ] {
            let of_language = names.lines().filter(|line| line.split(',').nth(1) == Some(language));
            let names: Vec<&str> = of_language.filter_map(|line| line.split(',').nth(2)).collect();
            let mut alone = 0;
            for name in names.iter().filter(|name| !name.is_ascii()) {
                let text = format!("ID;Title\r\n1;{name}\r\n");
                match decode(&encoding.encode(&text).0, None) {
                    Ok(decoded) => assert_eq!(decoded.text, text, "{}", decoded.encoding),
                    Err(_) => alone += 1,
                }
            }
            assert!(alone <= refused, "{language}: {alone} of {} refused", names.len());
            let all = format!("ID;Title\r\n1;{}\r\n", names.join("\r\n1;"));
            assert_eq!(decode(&encoding.encode(&all).0, None).unwrap().text, all, "{language}");
        }
    }

    #[test]
    fn what_is_broken_is_refused_and_what_is_named_is_used() {
        let mut broken = TEXT.as_bytes().to_vec();
        broken.push(0xff);
        assert!(decode(&broken, None).unwrap_err().to_string().contains("UTF-8 but for 1 places"));
        assert!(decode(&[0xff, 0xfe, 0x41], None).is_err(), "half a letter");
        assert_eq!(decode(&[0xcc, 0xe8, 0xf0], Some(WINDOWS_1251)).unwrap().text, "Мир");
    }

    proptest::proptest! {
        #[test]
        fn utf_8_is_read_as_it_is(text in "[^\u{0}\u{feff}][^\u{0}]{0,40}") {
            proptest::prop_assert_eq!(decode(text.as_bytes(), None).unwrap().text, text);
        }
    }
}

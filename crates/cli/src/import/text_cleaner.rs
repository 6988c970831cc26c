//! Cleans texts of spreadsheets and web forms: error values, character references, markup, signs of a wrong encoding.
//! May use regex, html-escape and encoding_rs.

use anyhow::{Context, Result};
use encoding_rs::WINDOWS_1252;
use regex::Regex;

/// An error value in the languages of spreadsheet programs, or a cell too narrow to show its number.
const ERROR_VALUE: &str = r"(?ix)^\s*(?:
    \# [¡¿]? (?: NULL | NUL | NULO | NULLO | ПУСТО | DIV/0 | ДЕЛ/0 | VALUE | VALEUR | VALOR | VALORE | WERT | ЗНАЧ
        | REF | RIF | BEZUG | ССЫЛКА | NAME | NOM | NOMBRE | NOME | ИМЯ | NUM | NÚM | ZAHL | ЧИСЛО | ERROR | DATA
        | SPILL | CALC | FIELD | BLOCKED | CONNECT | UNKNOWN | BUSY | EXTERNAL | PYTHON | TIMEOUT ) [!?]
    | \# (?: N/A | N/D | N/V | NV | Н/Д | REF | GETTING_DATA ) !?
    | \#{3,}
    | (?: Err | Ошибка | 错误 ) : \s? \d{3}
)\s*$";

/// Elements whose content is no text.
const SCRIPTS: &str =
    r"(?is)<(?:script|style)\b[^>]*>.*?</(?:script|style)\s*>|<!--.*?-->|<!\[CDATA\[|\]\]>|<\?xml[^>]*>";

/// A tag of HTML, or of a word processor, and nothing else in angle brackets: `<5 %` and `a < b` are text.
const TAG: &str = r#"(?ix)< (?P<close>/)? (?P<name>
    a | abbr | acronym | address | article | aside | b | bdi | bdo | big | blockquote | body | br | caption | center
    | cite | code | col | colgroup | dd | del | details | dfn | div | dl | dt | em | fieldset | figcaption | figure
    | font | footer | form | h[1-6] | head | header | hr | html | i | iframe | img | input | ins | kbd | label | legend
    | li | link | main | mark | meta | nav | noscript | object | ol | option | p | param | pre | q | s | samp | section
    | select | small | source | span | strike | strong | sub | summary | sup | svg | table | tbody | td | textarea
    | tfoot | th | thead | time | tr | tt | u | ul | var | video | wbr | (?:o|w|v|st1|m):[a-z]+
) (?: \s+ (?: [\w:.-]+ \s*=\s* (?: "[^"]*" | '[^']*' | [^\s"'<>]+ )
    | checked | disabled | hidden | noshade | nowrap | selected | controls | allowfullscreen ) )* \s* /? >"#;

/// Tags that end a line.
const BLOCKS: [&str; 24] = [
    "address",
    "article",
    "aside",
    "blockquote",
    "br",
    "dd",
    "div",
    "dl",
    "dt",
    "footer",
    "form",
    "h1",
    "h2",
    "h3",
    "h4",
    "h5",
    "h6",
    "header",
    "hr",
    "li",
    "p",
    "section",
    "table",
    "tr",
];

/// A text that was escaped twice has markup only after two rounds.
const ROUNDS: usize = 4;

/// A fault of a text.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum TextFault {
    /// An error value of a spreadsheet, taken out.
    ErrorValue,
    /// Character references such as `&amp;`, decoded.
    References,
    /// Markup, taken out.
    Markup,
    /// Control characters that are signs in Windows-1252, read as these.
    Controls,
    /// Signs of a wrong encoding, which stay.
    WrongEncoding,
}

impl TextFault {
    /// The fault in words.
    pub(super) fn reason(self) -> &'static str {
        match self {
            Self::ErrorValue => "an error value of a spreadsheet is no value: taken as empty",
            Self::References => "character references decoded",
            Self::Markup => "markup taken out",
            Self::Controls => "control characters read as signs of Windows-1252",
            Self::WrongEncoding => {
                "signs of a wrong encoding, which go out as they are: mend the file, or name its encoding with --encoding"
            }
        }
    }

    /// True if something of the file is lost, or goes out wrong.
    pub(super) fn is_problem(self) -> bool {
        matches!(self, Self::ErrorValue | Self::WrongEncoding)
    }
}

/// Cleans texts.
#[derive(Debug)]
pub(super) struct TextCleaner {
    error_value: Regex,
    scripts: Regex,
    tag: Regex,
}

impl TextCleaner {
    /// Prepares the patterns.
    pub(super) fn new() -> Result<Self> {
        let pattern = |pattern| Regex::new(pattern).context("a pattern of the text cleaner");
        Ok(Self { error_value: pattern(ERROR_VALUE)?, scripts: pattern(SCRIPTS)?, tag: pattern(TAG)? })
    }

    /// The clean text, and the faults it had.
    pub(super) fn clean(&self, text: &str) -> (String, Vec<TextFault>) {
        let mut faults = Vec::new();
        let mut clean = self.without_error_values(text, &mut faults);
        for _ in 0..ROUNDS {
            let before = clean.clone();
            if clean.contains('<') {
                clean = self.without_markup(&clean, &mut faults);
            }
            if clean.contains('&') {
                let decoded = html_escape::decode_html_entities(&clean).into_owned();
                note(&mut faults, TextFault::References, decoded != clean);
                clean = decoded;
            }
            if clean == before {
                break;
            }
        }
        if clean.contains(is_windows_sign) {
            clean = clean.chars().map(windows_sign).collect();
            let from_references = faults.contains(&TextFault::References);
            note(&mut faults, TextFault::Controls, !from_references);
        }
        note(&mut faults, TextFault::WrongEncoding, has_wrong_encoding(&clean));
        (clean, faults)
    }

    /// A list has an item a line; one of them may be an error value.
    fn without_error_values(&self, text: &str, faults: &mut Vec<TextFault>) -> String {
        if !text.contains(['#', ':']) {
            return text.to_owned();
        }
        let lines: Vec<&str> = text.split('\n').filter(|line| !self.error_value.is_match(line)).collect();
        let clean = lines.join("\n");
        note(faults, TextFault::ErrorValue, clean != text);
        clean
    }

    fn without_markup(&self, text: &str, faults: &mut Vec<TextFault>) -> String {
        let without_scripts = self.scripts.replace_all(text, " ");
        let clean = self.tag.replace_all(&without_scripts, |tag: &regex::Captures<'_>| {
            let name = tag.name("name").map_or("", |name| name.as_str()).to_ascii_lowercase();
            match name.as_str() {
                name if BLOCKS.contains(&name) => "\n",
                "td" | "th" | "option" => " ",
                _ => "",
            }
        });
        if clean == text {
            return text.to_owned();
        }
        note(faults, TextFault::Markup, true);
        let lines = clean.lines().map(str::trim).filter(|line| !line.is_empty());
        lines.collect::<Vec<_>>().join("\n")
    }
}

fn note(faults: &mut Vec<TextFault>, fault: TextFault, found: bool) {
    if found && !faults.contains(&fault) {
        faults.push(fault);
    }
}

/// A control character between 0x80 and 0x9F: in texts always a sign of Windows-1252.
fn is_windows_sign(letter: char) -> bool {
    ('\u{80}'..='\u{9f}').contains(&letter)
}

fn windows_sign(letter: char) -> char {
    let byte = u8::try_from(u32::from(letter)).ok().filter(|_| is_windows_sign(letter));
    let sign = byte.map(|byte| WINDOWS_1252.decode_without_bom_handling(&[byte]).0.into_owned());
    sign.and_then(|sign| sign.chars().next()).unwrap_or(letter)
}

/// A replacement character, or UTF-8 that was read as Windows-1252: `Ã©` for `é`.
fn has_wrong_encoding(text: &str) -> bool {
    let runs = text.split(|letter: char| letter.is_ascii());
    text.contains('\u{fffd}') || runs.filter(|run| run.chars().nth(1).is_some()).any(was_utf_8)
}

fn was_utf_8(run: &str) -> bool {
    let (bytes, _, unmappable) = WINDOWS_1252.encode(run);
    let meant = if unmappable { None } else { std::str::from_utf8(&bytes).ok() };
    // A letter and the quotation mark behind it are no wrong encoding.
    let quoted = run.chars().nth(1).is_some_and(|letter| "«»“”‘’‹›".contains(letter));
    meant.is_some_and(|meant| {
        let two = meant.chars().nth(1).is_some();
        meant.chars().all(|letter| match letter {
            '\u{a0}'..='\u{17f}' => !quoted || two,
            '\u{410}'..='\u{44f}' => !quoted || two,
            '\u{621}'..='\u{64a}' => two,
            '\u{2010}'..='\u{2044}' | '\u{20ac}' | '\u{2122}' | '\u{3000}'..='\u{9fff}' => true,
            _ => false,
        })
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn clean(text: &str) -> (String, Vec<TextFault>) {
        TextCleaner::new().unwrap().clean(text)
    }

    #[test]
    fn error_values_are_no_values() {
        for error in [
            "#REF!",
            "#N/A",
            "#NAME?",
            "#VALUE!",
            "#DIV/0!",
            "#NULL!",
            "#NUM!",
            "#SPILL!",
            "#DATA!",
            "#GETTING_DATA",
            "#BEZUG!",
            "#NV",
            "#¡VALOR!",
            "#¿NOMBRE?",
            "#ЗНАЧ!",
            "#Н/Д",
            "#NOM?",
            "#####",
            "Err:502",
            " #ref! ",
        ] {
            assert_eq!(clean(error), (String::new(), vec![TextFault::ErrorValue]), "{error}");
        }
        assert_eq!(clean("C1\n#N/A\nC2"), ("C1\nC2".to_owned(), vec![TextFault::ErrorValue]));
        for text in ["#SmartCity!", "# 1", "#N", "Error: none", "C# for all", "##", "#Name", "N/A"] {
            assert_eq!(clean(text), (text.to_owned(), vec![]), "{text}");
        }
    }

    #[test]
    fn markup_and_references_become_text() {
        use TextFault::{Controls, Markup, References};
        for (text, plain, faults) in [
            ("Women &amp; ICT &#8211; L&#39;avenir", "Women & ICT – L'avenir", vec![References]),
            ("<p>One</p><p class=\"x y\">Two<br/>three</p>", "One\nTwo\nthree", vec![Markup]),
            ("CO<sub>2</sub> <b>less</b>", "CO2 less", vec![Markup]),
            ("&lt;p&gt;Twice &amp;amp; done&lt;/p&gt;", "Twice & done", vec![References, Markup]),
            ("<style>p { a: b }</style>Text<!-- no --><o:p></o:p>", "Text", vec![Markup]),
            ("<a href='https://example.org/?a>b'>Here</a>", "Here", vec![Markup]),
            ("L&#146;avenir", "L’avenir", vec![References]),
            ("L\u{92}avenir", "L’avenir", vec![Controls]),
        ] {
            assert_eq!(clean(text), (plain.to_owned(), faults), "{text}");
        }
    }

    #[test]
    fn what_only_looks_like_markup_stays() {
        for text in [
            "a < b and c > d",
            "less than <5 %",
            "x<y>z",
            "R&D; AT&T",
            "<Ministry of Links>",
            "I <3 it",
            "if a <b and c> d",
            "fish & chips; more",
            "https://example.org/?a=1&b=2",
        ] {
            assert_eq!(clean(text), (text.to_owned(), vec![]), "{text}");
        }
    }

    #[test]
    fn a_wrong_encoding_is_seen() {
        for text in ["Ã‰nergie pour tous", "Lâ€™avenir", "ÐŸÑ€Ð¾ÐµÐºÑ‚", "Pro\u{fffd}t", "EspaÃ±a", "Ø§Ù„Ù…"]
        {
            assert_eq!(clean(text).1, vec![TextFault::WrongEncoding], "{text}");
        }
        for text in ["«COMMUNAUTÉ»", "“PÅ”", "Énergie", "Проект «Связь»", "项目“一”", "مشروع", "Coração–Mãe"]
        {
            assert_eq!(clean(text).1, vec![], "{text}");
        }
    }
}

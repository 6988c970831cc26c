//! The lines of a page -> the parts of an entry, by its headings. A heading that is not known ends the part before it,
//! and what follows it is not read.

use std::collections::BTreeMap;

use super::headings::{PagePart, is_of_site, part_of};
use super::lines::{PageLine, Rank};
use super::number::EntryNumber;
use crate::data::check::YEARS;
use crate::import::mapping::is_contact;
use crate::import::match_key::match_key;

/// Headings, as match keys, below which a person is named.
const PERSONS: [&str; 16] = [
    "submittedby",
    "nominatedby",
    "uploadedby",
    "postedby",
    "createdby",
    "author",
    "authors",
    "focalpoint",
    "manager",
    "projectmanager",
    "coordinator",
    "projectcoordinator",
    "director",
    "representative",
    "responsibleperson",
    "headofentity",
];
/// A line with so many words may be a heading.
const HEADING_WORDS: usize = 6;
/// Without a heading for it, a title is one of so many lines before the first one.
const LINES_BEFORE: usize = 2;

/// A column and its value.
pub(super) type Cell = (String, String);

/// The parts of an entry as columns and how many headings are not known, or why the page is not understood.
pub(super) fn read(lines: &[PageLine], number: &EntryNumber) -> Result<(Vec<Cell>, usize), String> {
    let mut sections = Sections::default();
    for line in lines {
        sections.add(line);
    }
    if !sections.begun {
        return Err("no heading of a project page".to_owned());
    }
    let title = sections.title()?;
    if !sections.parts.contains_key(&PagePart::Lines) {
        return Err("no heading for action lines".to_owned());
    }
    let mut cells = vec![("Title".to_owned(), title)];
    cells.extend(number.number.iter().map(|number| ("ID".to_owned(), number.clone())));
    cells.extend(number.address.iter().map(|address| ("Page".to_owned(), address.clone())));
    sections.split();
    for (part, lines) in sections.parts {
        let value = lines.join("\n");
        // The page on ITU's site is the entry's page, if it is known.
        let column = match part {
            PagePart::Title | PagePart::Group => continue,
            PagePart::Website if number.address.is_some() => "Links",
            part => part.column(),
        };
        cells.push((column.to_owned(), value));
    }
    cells.extend(sections.year.into_iter().map(|year| ("Year".to_owned(), year)));
    Ok((cells, sections.unknown))
}

/// The parts of a page that were read so far.
#[derive(Debug, Default)]
struct Sections {
    parts: BTreeMap<PagePart, Vec<String>>,
    current: Option<PagePart>,
    begun: bool,
    /// Lines before the first known heading.
    before: Vec<PageLine>,
    /// How many headings are not known, and lines below a known one that cannot belong to it. They are not repeated: one may be the name of a person.
    unknown: usize,
    year: Option<String>,
}

impl Sections {
    fn add(&mut self, line: &PageLine) {
        let marked = line.rank != Rank::Text;
        let text = line.text.as_str();
        let (name, value) =
            text.split_once([':', '：']).map_or((text, ""), |(name, value)| (name, value.trim()));
        if let Some(part) = part_of(text, marked || text.ends_with(':')) {
            self.begin(part);
        } else if let Some(part) = part_of(name, true).filter(|_| !value.is_empty()) {
            self.begin(part);
            self.push(part, &PageLine { text: value.to_owned(), ..line.clone() });
        } else if !self.begun && !is_contact_line(name, text) {
            self.before.push(line.clone());
        } else if marked || is_unknown_heading(name, text) {
            self.current = None;
            self.unknown += 1;
        } else if let Some(part) = self.current {
            self.push(part, line);
        }
    }

    fn begin(&mut self, part: PagePart) {
        self.begun = true;
        self.current = Some(part);
        self.parts.entry(part).or_default();
    }

    fn push(&mut self, part: PagePart, line: &PageLine) {
        let address = matches!(part, PagePart::Website | PagePart::EntityWebsite);
        let text = if address && !line.links.is_empty() { line.links.join("\n") } else { line.text.clone() };
        let lines = self.parts.entry(part).or_default();
        if lines.len() >= part.most_lines() {
            self.unknown += 1;
        } else if !is_unset(&text) {
            lines.push(text);
        }
    }

    /// The title: below its heading, else the highest heading before the others, else one of few lines.
    fn title(&self) -> Result<String, String> {
        if let Some(title) = self.parts.get(&PagePart::Title).and_then(|lines| lines.first()) {
            return Ok(title.clone());
        }
        let before: Vec<&PageLine> = self.before.iter().filter(|line| !is_of_site(&line.text)).collect();
        let level = |line: &PageLine| if let Rank::Heading(level) = line.rank { Some(level) } else { None };
        let highest = before.iter().filter_map(|line| level(line)).min();
        let heading = before.iter().find(|line| highest.is_some() && level(line) == highest);
        match (heading, before.first()) {
            (Some(line), _) => Ok(line.text.clone()),
            (None, Some(line)) if before.len() <= LINES_BEFORE => Ok(line.text.clone()),
            (None, Some(_)) => {
                Err("no title: write \"Title:\" before it, or delete the lines above it".to_owned())
            }
            (None, None) => Err("no title".to_owned()),
        }
    }

    /// Takes apart what pages give in one: country and type, status and period, contest and line.
    fn split(&mut self) {
        if let Some(both) = self.parts.remove(&PagePart::EntityCountryAndType) {
            let (country, kind) = country_and_type(&both);
            self.parts.entry(PagePart::Country).or_default().extend(country);
            self.parts.entry(PagePart::EntityType).or_default().extend(kind);
        }
        let status =
            self.parts.get(&PagePart::ProjectStatus).map(|lines| lines.join(" ")).unwrap_or_default();
        let (from, to) = period(&status);
        for (part, date) in [(PagePart::Start, from), (PagePart::End, to)] {
            if let Some(date) = date {
                let known = self.parts.entry(part).or_default();
                if known.is_empty() {
                    known.push(date);
                }
            }
        }
        let lines = self.parts.entry(PagePart::Lines).or_default();
        let mut years = Vec::new();
        for line in lines.iter_mut() {
            let (rest, found) = without_years(line);
            *line = rest;
            years.extend(found.into_iter().filter(|year| !years.contains(year)).collect::<Vec<_>>());
        }
        self.year = (!years.is_empty()).then(|| years.join(", "));
    }
}

/// A date that is not there.
fn is_unset(text: &str) -> bool {
    let key = text.trim().to_lowercase();
    matches!(key.as_str(), "not set" | "n/a" | "-" | "–" | "not specified" | "none")
}

/// A line that ends with a colon, or that begins with a short name of contact data.
fn is_unknown_heading(name: &str, text: &str) -> bool {
    let short = name.split_whitespace().count() <= HEADING_WORDS;
    (short && text.trim_end().ends_with(':')) || is_contact_line(name, text)
}

/// "Contact person", also with the name behind it; of a mobile or a cell only the words alone, since projects are on
/// mobile services.
fn is_contact_line(name: &str, text: &str) -> bool {
    let words: Vec<&str> = name.split_whitespace().collect();
    let Some(first) = words.first() else { return false };
    let ambiguous = ["mobile", "cell", "mail"].iter().any(|word| first.eq_ignore_ascii_case(word));
    if PERSONS.contains(&match_key(name).as_str()) {
        return true;
    }
    let longest = if ambiguous && name.len() == text.len() { 2 } else { HEADING_WORDS };
    words.len() <= longest
        && is_contact(words.get(..words.len().min(3)).unwrap_or_default().join(" ").as_str())
}

/// "Kenya — Civil Society", on one line or two.
fn country_and_type(lines: &[String]) -> (Option<String>, Option<String>) {
    const MARKS: [&str; 7] = [" — ", " – ", " - ", " | ", " / ", ", ", ": "];
    if let [country, kind] = lines {
        return (Some(country.clone()), Some(kind.clone()));
    }
    let text = lines.join(" ");
    let divided = MARKS.iter().find_map(|mark| text.rsplit_once(mark));
    match divided {
        Some((country, kind)) => (Some(country.trim().to_owned()), Some(kind.trim().to_owned())),
        None => ((!text.is_empty()).then_some(text), None),
    }
}

/// "Completed, from 2014 to 2016" -> the dates.
fn period(status: &str) -> (Option<String>, Option<String>) {
    let lower = status.to_lowercase();
    let Some((_, rest)) = lower.split_once("from ") else { return (None, None) };
    let (from, to) = rest.split_once(" to ").map_or((rest, None), |(from, to)| (from, Some(to)));
    let date = |text: &str| {
        let text = text.trim().trim_end_matches(['.', ',', ')']).to_owned();
        (!text.is_empty() && !is_unset(&text) && text.chars().any(char::is_numeric)).then_some(text)
    };
    (date(from), to.and_then(date))
}

/// A line of the contest without its year, and the year: "WSIS Prizes 2019: C4. Capacity building".
fn without_years(line: &str) -> (String, Vec<String>) {
    let mut years = Vec::new();
    let mut words = Vec::new();
    for word in line.split_whitespace() {
        let digits = word.trim_matches(|letter: char| !letter.is_alphanumeric());
        let is_year = digits.len() == 4 && digits.parse().is_ok_and(|year: u16| YEARS.contains(&year));
        if is_year { years.push(digits.to_owned()) } else { words.push(word) }
    }
    let rest = words.join(" ");
    let rest = ["WSIS Prizes", "WSIS Prize", "Category"]
        .iter()
        .find_map(|name| rest.strip_prefix(name))
        .unwrap_or(&rest);
    let rest = rest.trim().trim_matches([':', '–', '—', '-', ',', '(', ')', ' ']);
    (rest.to_owned(), years)
}

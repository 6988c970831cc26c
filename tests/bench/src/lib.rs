//! The work that `make bench` times: which projects pass a filter, all 323 cells counted, words looked for in titles.
//!
//! The collection is invented, plainly named so, and the same for the same seed. Its distributions: the country by the
//! square of a random share of 193, which gives a long tail; the region by the country; one to three lines, one in ten
//! C7 alone; one to five goals for six in ten projects and none for the others; up to three of eight target groups; a
//! year of twenty; one of five prize statuses. Ids are ten digits long, as those of ITU are.

use wasm_bindgen::prelude::wasm_bindgen;
use wsis_core::contract::entry::Prize;
use wsis_core::contract::index::{Index, Tables, Titles};
use wsis_core::filter::{Facet, FacetValue, Filter, Years};
use wsis_core::index::{ProjectIndex, TitleList};
use wsis_core::links::Links;
use wsis_core::{Goal, Line, normalize};

/// How many countries there are.
const COUNTRIES: u32 = 193;

/// Words that the invented titles are made of.
const WORDS: [&str; 24] = [
    "Invented", "open", "village", "network", "health", "école", "réseau", "data", "school", "women", "farm",
    "water", "digital", "skills", "centre", "rural", "youth", "library", "radio", "tele", "mobile", "city",
    "climate", "trade",
];

/// A sequence that looks random and is the same for the same seed (xorshift, 32 bits).
pub struct Sequence(u32);

impl Sequence {
    /// A sequence; 0 is no seed.
    #[must_use]
    pub fn new(seed: u32) -> Self {
        Self(seed.max(1))
    }

    /// The next number below `end`.
    pub fn below(&mut self, end: u32) -> u32 {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 17;
        self.0 ^= self.0 << 5;
        self.0 % end.max(1)
    }
}

/// The invented index.
#[must_use]
pub fn invented_index(rows: u32, seed: u32) -> Index {
    let mut sequence = Sequence::new(seed);
    let mut index = Index::default();
    for row in 0..rows {
        let share = u64::from(sequence.below(10_000));
        let country = u32::try_from(share * share * u64::from(COUNTRIES) / 100_000_000).unwrap_or(0);
        let lines = 1 + sequence.below(3);
        let goals = if sequence.below(10) < 6 { 1 + sequence.below(5) } else { 0 };
        index.ids.extend(format!("{}", 1_400_000_000 + row).parse());
        index.lines.push((0..lines).fold(0, |mask, _| mask | 1 << sequence.below(19)));
        index.goals.push((0..goals).fold(0, |mask, _| mask | 1 << sequence.below(17)));
        index.country.push(country.cast_signed());
        index.region.push((country % 7).cast_signed());
        index.stakeholder.push(sequence.below(6).cast_signed());
        index.target_groups.push((0..sequence.below(4)).fold(0, |mask, _| mask | 1 << sequence.below(8)));
        index.year.push(u16::try_from(2005 + sequence.below(20)).unwrap_or(0));
        index.prize.push(u8::try_from(sequence.below(5)).unwrap_or(0));
        index.collections.push(1 + sequence.below(7));
    }
    let codes = |prefix: char, count: u32| (0..count).map(move |at| format!("{prefix}{at}"));
    let letter = |at: u32| char::from(b'A' + u8::try_from(at % 26).unwrap_or(0));
    index.tables = Tables {
        country: (0..COUNTRIES)
            .filter_map(|at| format!("X{}{}", letter(at / 26), letter(at)).parse().ok())
            .collect(),
        region: codes('R', 7).filter_map(|id| id.parse().ok()).collect(),
        stakeholder: codes('s', 6).filter_map(|id| id.parse().ok()).collect(),
        target_groups: codes('g', 8).filter_map(|id| id.parse().ok()).collect(),
        prize: Prize::ALL.to_vec(),
        collections: codes('c', 3).filter_map(|id| id.parse().ok()).collect(),
    };
    index
}

/// The invented titles: four to seven words and an organisation of one in forty.
#[must_use]
pub fn invented_titles(rows: u32, seed: u32) -> Titles {
    let mut sequence = Sequence::new(seed.wrapping_add(1));
    let mut word = || WORDS.get(sequence.below(24) as usize).copied().unwrap_or_default();
    let mut titles = Titles::default();
    for row in 0..rows {
        let words: Vec<&str> = (0..4 + row % 4).map(|_| word()).collect();
        titles.titles.push(format!("{} {row}", words.join(" ")));
        titles.organisations.push((row % 40).cast_signed());
    }
    titles.organisation_table = (0..40).map(|at| format!("Invented organisation {at}")).collect();
    titles
}

/// An invented collection, ready to be asked.
#[wasm_bindgen]
pub struct Bench {
    index: ProjectIndex,
    titles: Option<TitleList>,
    links: Links,
    filter: Filter,
}

#[wasm_bindgen]
impl Bench {
    /// Makes the collection; with titles or, to spare memory, without.
    #[must_use]
    pub fn make(rows: u32, seed: u32, with_titles: bool) -> Option<Self> {
        // Every second cell, as a matrix has them.
        let pairs = Line::all().flat_map(|line| Goal::all().map(move |goal| (line, goal)));
        let links = Links::new(pairs.filter(|(line, goal)| (line.position() + goal.position()) % 2 == 0));
        let lines = |text: &str| text.split('\n').map(normalize).collect::<Vec<_>>().join("\n");
        let titles = with_titles.then(|| TitleList::new(invented_titles(rows, seed), lines).ok()).flatten();
        let mut filter = Filter::of_values(
            ["R1", "R2", "R3"]
                .iter()
                .filter_map(|id| Some(FacetValue { facet: Facet::Region, id: id.parse().ok()? })),
        );
        filter.years = Some(Years::new(2010, 2019));
        Some(Self { index: ProjectIndex::new(invented_index(rows, seed)).ok()?, titles, links, filter })
    }

    /// Evaluates the filter and counts every cell; gives the sum of the declared, to compare with.
    #[must_use]
    pub fn count(&self) -> u32 {
        let passing = self.index.passing(&self.filter, None);
        let numbers = self.index.count(&passing, &self.links);
        Line::all()
            .flat_map(|line| Goal::all().map(move |goal| (line, goal)))
            .map(|(line, goal)| numbers.cell(line, goal).declared)
            .sum()
    }

    /// Looks for words in titles; gives how many have them.
    #[must_use]
    pub fn find(&self, query: &str) -> u32 {
        self.titles.as_ref().map_or(0, |titles| titles.having(&normalize(query)).count())
    }
}

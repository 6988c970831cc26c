//! The filter of the collection, as in the address. [`crate::index`] applies it.

use std::fmt;
use std::str::FromStr;

use crate::address::{Query, parameters};
use crate::code::{CountryCode, VocabularyId};
use crate::contract::entry::Prize;

/// A property of projects with values to filter by.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Facet {
    /// The ITU region.
    Region,
    /// The country.
    Country,
    /// The type of organisation.
    Stakeholder,
    /// The target groups; a project may serve several.
    TargetGroup,
    /// The result at the WSIS Prizes.
    Prize,
    /// The collections; a project may be in several.
    Collection,
}

impl Facet {
    /// All facets, in the order of the filter form and of the address.
    pub const ALL: [Self; 6] =
        [Self::Region, Self::Country, Self::Stakeholder, Self::TargetGroup, Self::Prize, Self::Collection];

    /// The facet's name in the address.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Region => parameters::REGION,
            Self::Country => parameters::COUNTRY,
            Self::Stakeholder => parameters::STAKEHOLDER,
            Self::TargetGroup => parameters::GROUP,
            Self::Prize => parameters::PRIZE,
            Self::Collection => parameters::COLLECTION,
        }
    }

    /// Parses a value of this facet. Its form is checked, not its existence in the collection.
    #[must_use]
    pub fn value(self, text: &str) -> Option<VocabularyId> {
        let text = text.trim();
        match self {
            Self::Region | Self::Country => {
                let code = text.to_ascii_uppercase();
                let fits = self == Self::Region || code.parse::<CountryCode>().is_ok();
                code.parse().ok().filter(|_| fits)
            }
            Self::Prize => {
                let prize = Prize::ALL.into_iter().find(|prize| prize.id().eq_ignore_ascii_case(text))?;
                prize.id().parse().ok()
            }
            Self::Stakeholder | Self::TargetGroup | Self::Collection => text.parse().ok(),
        }
    }
}

/// A selected value. Several values of one facet are alternatives; several facets have to match together.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct FacetValue {
    /// The facet.
    pub facet: Facet,
    /// Id of the value in the data.
    pub id: VocabularyId,
}

/// An inclusive range of years.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Years {
    from: u16,
    to: u16,
}

impl Years {
    /// Builds the range between two years, in either order.
    #[must_use]
    pub fn new(one: u16, other: u16) -> Self {
        Self { from: one.min(other), to: one.max(other) }
    }

    /// The first year.
    #[must_use]
    pub fn from(self) -> u16 {
        self.from
    }

    /// The last year.
    #[must_use]
    pub fn to(self) -> u16 {
        self.to
    }

    /// Returns true if a year is in the range.
    #[must_use]
    pub fn has(self, year: u16) -> bool {
        (self.from..=self.to).contains(&year)
    }
}

impl fmt::Display for Years {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.from == self.to {
            write!(formatter, "{}", self.from)
        } else {
            write!(formatter, "{}..{}", self.from, self.to)
        }
    }
}

impl FromStr for Years {
    type Err = ();

    /// Parses `2015` or `2015..2020`: years of four digits, in either order.
    fn from_str(text: &str) -> Result<Self, ()> {
        let year =
            |text: &str| text.parse().ok().filter(|year: &u16| (1000..10_000).contains(year)).ok_or(());
        match text.split_once("..") {
            Some((from, to)) => Ok(Self::new(year(from)?, year(to)?)),
            None => year(text).map(|year| Self::new(year, year)),
        }
    }
}

/// Conditions that a project has to meet. An empty filter matches all projects.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Filter {
    /// Words in title and organisation, in any order.
    pub query: Option<Query>,
    /// Range of years. Projects without a year do not match.
    pub years: Option<Years>,
    /// `Some(true)` for projects that state goals, `Some(false)` for those that do not.
    pub declared: Option<bool>,
    values: Vec<FacetValue>,
}

impl Filter {
    /// Builds a filter from values alone.
    #[must_use]
    pub fn of_values(values: impl IntoIterator<Item = FacetValue>) -> Self {
        let mut filter = Self::default();
        values.into_iter().for_each(|value| filter.choose(value, true));
        filter
    }

    /// Returns true if every project matches.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        *self == Self::default()
    }

    /// Selected values, ordered by facet and id.
    #[must_use]
    pub fn values(&self) -> &[FacetValue] {
        &self.values
    }

    /// Selected values of one facet.
    pub fn of(&self, facet: Facet) -> impl Iterator<Item = &VocabularyId> {
        self.values.iter().filter(move |value| value.facet == facet).map(|value| &value.id)
    }

    /// Selects a value, or removes it.
    pub fn choose(&mut self, value: FacetValue, chosen: bool) {
        let place = self.values.iter().position(|known| *known >= value).unwrap_or(self.values.len());
        let known = self.values.get(place) == Some(&value);
        if chosen && !known {
            self.values.insert(place, value);
        } else if !chosen && known {
            self.values.remove(place);
        }
    }

    /// The same filter without the values of a facet.
    #[must_use]
    pub fn without(&self, facet: Facet) -> Self {
        let mut filter = self.clone();
        filter.values.retain(|value| value.facet != facet);
        filter
    }

    /// The same filter without its words.
    #[must_use]
    pub fn without_query(&self) -> Self {
        Self { query: None, ..self.clone() }
    }

    /// The country, if exactly one is selected.
    #[must_use]
    pub fn country(&self) -> Option<CountryCode> {
        let mut countries = self.of(Facet::Country);
        let one = countries.next()?;
        if countries.next().is_some() { None } else { one.as_str().parse().ok() }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn value(facet: Facet, text: &str) -> FacetValue {
        FacetValue { facet, id: facet.value(text).unwrap() }
    }

    #[test]
    fn values_stand_once_and_in_order() {
        let mut filter = Filter::of_values([
            value(Facet::Prize, "Winner"),
            value(Facet::Region, "eur"),
            value(Facet::Region, "AFR"),
            value(Facet::Region, "EUR"),
        ]);
        let ids: Vec<&str> = filter.values().iter().map(|value| value.id.as_str()).collect();
        assert_eq!(ids, ["AFR", "EUR", "winner"]);
        filter.choose(value(Facet::Region, "EUR"), false);
        assert_eq!(filter.of(Facet::Region).count(), 1);
        assert_eq!(filter.without(Facet::Region).without(Facet::Prize), Filter::default());
    }

    #[test]
    fn only_one_country_is_a_country() {
        let mut filter = Filter::of_values([value(Facet::Country, "bfa")]);
        assert_eq!(filter.country().unwrap().as_str(), "BFA");
        filter.choose(value(Facet::Country, "RWA"), true);
        assert_eq!(filter.country(), None);
        assert_eq!(Facet::Country.value("B1"), None);
        assert_eq!(Facet::Prize.value("second"), None);
    }

    #[test]
    fn years_are_read_in_either_order() {
        let years: Years = "2020..2015".parse().unwrap();
        assert_eq!(
            (years.to_string().as_str(), years.has(2015), years.has(2021)),
            ("2015..2020", true, false)
        );
        assert_eq!("2015".parse::<Years>().unwrap().to_string(), "2015");
        for bad in ["", "15", "2015..", "..", "2015-2020", "20155"] {
            assert_eq!(bad.parse::<Years>(), Err(()), "{bad}");
        }
    }
}

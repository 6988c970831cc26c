//! What of the collection is looked at: the filter of the address. Which projects pass it, the index knows.

use std::fmt;
use std::str::FromStr;

use crate::address::{Query, parameters};
use crate::code::{CountryCode, VocabularyId};
use crate::contract::entry::Prize;

/// A property of projects that a filter can ask for by value.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Facet {
    /// The ITU region.
    Region,
    /// The country.
    Country,
    /// The kind of organisation.
    Stakeholder,
    /// Whom the project serves; one may serve several groups.
    TargetGroup,
    /// What became of it at the prizes.
    Prize,
}

impl Facet {
    /// All facets, in the order they are offered and written.
    pub const ALL: [Self; 5] =
        [Self::Region, Self::Country, Self::Stakeholder, Self::TargetGroup, Self::Prize];

    /// The facet's name in the address.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Region => parameters::REGION,
            Self::Country => parameters::COUNTRY,
            Self::Stakeholder => parameters::STAKEHOLDER,
            Self::TargetGroup => parameters::GROUP,
            Self::Prize => parameters::PRIZE,
        }
    }

    /// A value of this facet from the address: its form is checked, not whether any project has it.
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
            Self::Stakeholder | Self::TargetGroup => text.parse().ok(),
        }
    }
}

/// A value asked for. Several of one facet mean any of them, several facets all of them.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct FacetValue {
    /// The facet.
    pub facet: Facet,
    /// The value's id, as the data have it.
    pub id: VocabularyId,
}

/// A range of years, both included.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Years {
    from: u16,
    to: u16,
}

impl Years {
    /// From the earlier to the later of two years.
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

    /// Whether a year is in the range.
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

    /// Reads `2015` or `2015..2020`; the years of four digits, in either order.
    fn from_str(text: &str) -> Result<Self, ()> {
        let year =
            |text: &str| text.parse().ok().filter(|year: &u16| (1000..10_000).contains(year)).ok_or(());
        match text.split_once("..") {
            Some((from, to)) => Ok(Self::new(year(from)?, year(to)?)),
            None => year(text).map(|year| Self::new(year, year)),
        }
    }
}

/// What a project must have to be looked at; an empty filter lets all pass.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Filter {
    /// Words that title and organisation have, in any order.
    pub query: Option<Query>,
    /// The years; projects without a year do not pass.
    pub years: Option<Years>,
    /// Whether it states goals; either if not asked.
    pub declared: Option<bool>,
    values: Vec<FacetValue>,
}

impl Filter {
    /// A filter with nothing but values.
    #[must_use]
    pub fn of_values(values: impl IntoIterator<Item = FacetValue>) -> Self {
        let mut filter = Self::default();
        values.into_iter().for_each(|value| filter.choose(value, true));
        filter
    }

    /// Whether every project passes.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        *self == Self::default()
    }

    /// The values asked for, by facet and id.
    #[must_use]
    pub fn values(&self) -> &[FacetValue] {
        &self.values
    }

    /// The values asked for of one facet.
    pub fn of(&self, facet: Facet) -> impl Iterator<Item = &VocabularyId> {
        self.values.iter().filter(move |value| value.facet == facet).map(|value| &value.id)
    }

    /// Asks for a value, or no longer.
    pub fn choose(&mut self, value: FacetValue, chosen: bool) {
        let place = self.values.iter().position(|known| *known >= value).unwrap_or(self.values.len());
        let known = self.values.get(place) == Some(&value);
        if chosen && !known {
            self.values.insert(place, value);
        } else if !chosen && known {
            self.values.remove(place);
        }
    }

    /// The same filter without what it asks of a facet.
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

    /// The one country that is asked for, if it is one.
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

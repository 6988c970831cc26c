//! The number of an entry and the address of its page, from the name of the file and the addresses in it.

use std::collections::BTreeSet;

/// An entry's number has so many digits: ten of them are the time when it was entered.
const DIGITS: std::ops::RangeInclusive<usize> = 14..=20;
/// The site whose pages are read.
const SITE: &str = "itu.int/";

/// The number of an entry and the address of its page, as far as they are known.
#[derive(Debug, Default, Clone, PartialEq, Eq)]
pub(super) struct EntryNumber {
    pub(super) number: Option<String>,
    pub(super) address: Option<String>,
}

/// Finds them. The first of `addresses` with a number is the page's own if the name of the file does not say
/// otherwise; of links inside the text only one that stands alone.
pub(super) fn find(file_name: &str, addresses: &PageAddresses) -> EntryNumber {
    let of_page = |own: &[String]| own.iter().find_map(|address| numbered(address));
    let links: BTreeSet<(String, String)> =
        addresses.links.iter().filter_map(|link| numbered(link)).collect();
    let named = numbers(file_name).next();
    if let Some(number) = named {
        let mut all = addresses.own.iter().filter_map(|address| numbered(address)).chain(links);
        let address = all.find(|(of_address, _)| *of_address == number).map(|(_, address)| address);
        return EntryNumber { number: Some(number), address };
    }
    let numbers_of_links: BTreeSet<&String> = links.iter().map(|(number, _)| number).collect();
    let alone = if numbers_of_links.len() == 1 { links.first().cloned() } else { None };
    let (number, address) = of_page(&addresses.own).or(alone).unzip();
    EntryNumber { number, address }
}

/// The addresses in a saved page.
#[derive(Debug, Default, Clone, PartialEq, Eq)]
pub(super) struct PageAddresses {
    /// Of the page itself, as it or the browser states.
    pub(super) own: Vec<String>,
    /// Its links.
    pub(super) links: Vec<String>,
}

/// The number in an address of the site, with the address; an archive puts its own address before it.
fn numbered(address: &str) -> Option<(String, String)> {
    let begin = address.rfind("https://").or_else(|| address.rfind("http://"))?;
    let own = address.get(begin..)?;
    let host_end = own.find(SITE)?;
    let host = own.get(..host_end)?.split_once("://")?.1;
    if host.contains('/') || !(host.is_empty() || host.ends_with('.')) {
        return None;
    }
    let number = numbers(own.get(host_end + SITE.len()..)?).next()?;
    Some((number, own.trim_end_matches(['#', ' ']).to_owned()))
}

/// Runs of digits that are as long as an entry's number.
fn numbers(text: &str) -> impl Iterator<Item = String> {
    let runs = text.split(|letter: char| !letter.is_ascii_digit());
    runs.filter(|run| DIGITS.contains(&run.len())).map(str::to_owned)
}

#[cfg(test)]
mod tests {
    use super::*;

    const PAGE: &str = "https://www.itu.int/net4/wsis/stocktaking/Prizes/2019/DetailsPopup/15435187456405833";
    const OTHER: &str =
        "https://www.itu.int/net4/wsis/stocktaking/Prizes/2019/DetailsPopup/15435187456400001";

    fn found(name: &str, own: &[&str], links: &[&str]) -> (Option<String>, Option<String>) {
        let list = |list: &[&str]| list.iter().map(|address| (*address).to_owned()).collect();
        let found = find(name, &PageAddresses { own: list(own), links: list(links) });
        (found.number, found.address)
    }

    #[test]
    fn a_number_is_found_in_the_name_or_the_addresses() {
        let number = Some("15435187456405833".to_owned());
        let both = (number.clone(), Some(PAGE.to_owned()));
        assert_eq!(found("a page", &[PAGE], &[OTHER]), both);
        assert_eq!(found("15435187456405833", &[], &[OTHER, PAGE]), both);
        assert_eq!(found("15435187456405833 (1)", &[], &[]), (number, None));
        assert_eq!(found("a page", &[], &[PAGE, PAGE]), both);
        assert_eq!(found("a page", &[], &[PAGE, OTHER]), (None, None), "which of them?");
        assert_eq!(
            found("a page", &[&format!("https://web.archive.org/web/20200101000000/{PAGE}")], &[]),
            both
        );
        assert_eq!(found("a page", &["https://example.org/itu.int/15435187456405833"], &[]), (None, None));
        assert_eq!(found("2019", &["https://notitu.int/15435187456405833"], &[]), (None, None));
    }
}

//! The share pages of the project's own data, read by an XML parser and by the core's reader of addresses.

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};
use std::sync::LazyLock;

use proptest::prelude::*;
use roxmltree::{Document, ParsingOptions};
use serde_json::Value;
use wsis_core::address::decode;
use wsis_core::{Goal, Line};
use wsis_page::picture::share;

use super::*;
use crate::data;
use crate::site::config;

const PUBLIC: &str = "https://matrix.example.org/wsis/";

static API: LazyLock<Api> =
    LazyLock::new(|| data::make(&Path::new(env!("CARGO_MANIFEST_DIR")).join("../../data"), None).unwrap());

/// All files of the project's data, made once.
static FILES: LazyLock<Files> =
    LazyLock::new(|| render_files(&API, &config::for_site(PUBLIC), PUBLIC).unwrap());

fn all() -> impl Iterator<Item = Shared> {
    let selections = Shared::selections();
    Language::ALL
        .into_iter()
        .flat_map(move |language| selections.clone().map(move |selection| Shared { selection, language }))
}

fn read(bytes: &[u8]) -> Document<'_> {
    let options = ParsingOptions { allow_dtd: true, ..ParsingOptions::default() };
    Document::parse_with_options(std::str::from_utf8(bytes).unwrap(), options).unwrap()
}

/// The first attribute of that name on an element that has another attribute with a value.
fn attribute<'a>(page: &'a Document<'_>, with: (&str, &str), name: &str) -> &'a str {
    let found = page.descendants().find(|node| node.attribute(with.0) == Some(with.1));
    found.and_then(|node| node.attribute(name)).unwrap_or_else(|| panic!("no {with:?} with {name}"))
}

fn visible(page: &Document<'_>) -> String {
    let body = page.descendants().find(|node| node.has_tag_name("body")).unwrap();
    body.descendants().filter_map(|node| node.is_text().then(|| node.text())?).collect::<Vec<_>>().join(" ")
}

/// The same page, with a name that somebody wrote into a file of data.
fn hostile_page(name: &str) -> (Vec<u8>, Vec<u8>) {
    let file = path::matrix(Language::French);
    let mut wire: wsis_core::contract::matrix::MatrixFile = parse(&API.files[&file], &file).unwrap();
    for line in &mut wire.lines {
        line.name = name.to_owned();
    }
    let mut edition = edition(&API, None, Language::French, PUBLIC).unwrap();
    edition.matrix = Matrix::new(wire).unwrap();
    let selection = Selection::Cell(Line::C2, Goal::FIRST);
    (edition.page(selection), oembed::answer(&edition, selection).unwrap())
}

#[test]
fn every_view_that_can_be_shared_has_its_files_and_nothing_else_is_there() {
    let mut expected: BTreeSet<String> = COMMON.iter().map(|(path, _)| (*path).to_owned()).collect();
    for shared in all() {
        expected.extend([shared.page(), shared.oembed(), share_picture(shared.selection)]);
    }
    assert_eq!(FILES.keys().cloned().collect::<BTreeSet<_>>(), expected);
    let pages = FILES.keys().filter(|path| path.ends_with(".html")).count();
    assert_eq!(pages, 6 * (1 + 17 + 19 + 19 * 17));
}

#[test]
fn a_page_says_what_it_is_and_leads_to_its_view() {
    for shared in all() {
        let page = read(&FILES[&shared.page()]);
        let root = page.root_element();
        assert_eq!(root.attribute("lang"), Some(shared.language.code()));
        let direction = if shared.language == Language::Arabic { "rtl" } else { "ltr" };
        assert_eq!(root.attribute("dir"), Some(direction));

        let to = attribute(&page, ("src", "../forward.js"), "data-to");
        assert_eq!(attribute(&page, ("class", "open"), "href"), to, "with and without script");
        let query = to.strip_prefix("../../").unwrap();
        assert_eq!(decode(query), (shared.view(), vec![]));

        let address = format!("{PUBLIC}{}", shared.page());
        assert_eq!(attribute(&page, ("rel", "canonical"), "href"), address);
        assert_eq!(attribute(&page, ("property", "og:url"), "content"), address);
        let oembed = attribute(&page, ("type", "application/json+oembed"), "href");
        assert_eq!(oembed, format!("{PUBLIC}{}", shared.oembed()));
        let picture = attribute(&page, ("property", "og:image"), "content").strip_prefix(PUBLIC).unwrap();
        assert!(FILES.contains_key(picture), "{picture}");
    }
}

#[test]
fn every_link_inside_leads_to_a_page() {
    for shared in all() {
        let path = shared.page();
        let page = read(&FILES[&path]);
        for link in page.descendants().filter(|node| node.has_tag_name("a")) {
            let to = link.attribute("href").unwrap();
            let target = PathBuf::from(&path).with_file_name(to);
            let found = to.starts_with("../../") || FILES.contains_key(target.to_str().unwrap());
            assert!(found, "{path} leads to {to}");
        }
    }
}

#[test]
fn no_two_pages_have_the_same_description_or_title_in_a_language() {
    let mut seen: BTreeMap<String, String> = BTreeMap::new();
    for shared in all() {
        let page = read(&FILES[&shared.page()]);
        let description = attribute(&page, ("name", "description"), "content");
        // Two languages may share a name; the description is then that of the same thing.
        let before = seen.insert(format!("{} {description}", shared.language), shared.page());
        assert_eq!(before, None, "{description}");
    }
}

#[test]
fn a_cell_tells_its_targets_its_reason_and_where_it_is_from() {
    let page = read(&FILES["share/fr/C2-9.html"]);
    let text = visible(&page);
    let [source, review] = in_language(Language::French, || {
        Ok([Messages::SHOWN.share_source(), Messages::SHOWN.review_machine()])
    })
    .unwrap();
    for expected in [source, review, "9.c", "projets du SMSI", "ODD 9"] {
        assert!(text.contains(expected), "{expected} in {text}");
    }
    assert!(page.descendants().all(|node| node.attribute("lang") != Some("en")), "nothing of it is English");
    let unlinked = visible(&read(&FILES["share/en/C1-2.html"]));
    assert!(unlinked.contains("does not link C1 to goal 2"), "{unlinked}");
}

#[test]
fn codes_of_targets_are_not_turned_round_among_arabic() {
    for path in ["share/ar/C2-9.html", "share/ar/C2.html", "share/ar/goal-9.html"] {
        let page = read(&FILES[path]);
        let code =
            page.descendants().find(|node| node.is_text() && node.text().unwrap_or("").contains("9.c"));
        let around = code.and_then(|code| code.parent_element()).unwrap();
        assert_eq!((around.tag_name().name(), around.attribute("dir")), ("bdi", Some("ltr")), "{path}");
    }
}

#[test]
fn every_linked_cell_names_its_targets() {
    let english = edition(&API, None, Language::English, PUBLIC).unwrap();
    for (line, goal) in Line::all().flat_map(|line| Goal::all().map(move |goal| (line, goal))) {
        let page = Shared { selection: Selection::Cell(line, goal), language: Language::English }.page();
        let page = read(&FILES[&page]);
        let text = visible(&page);
        let linked = english.matrix.links().contains(line, goal);
        assert_ne!(text.contains("does not link"), linked, "{line} {goal}");
        for code in english.matrix.targets_in(line, goal) {
            assert!(text.contains(&code.to_string()), "{line} {goal} {code}");
        }
    }
}

#[test]
fn an_oembed_answer_is_a_frame_of_the_same_view() {
    for shared in all() {
        let answer: Value = serde_json::from_slice(&FILES[&shared.oembed()]).unwrap();
        assert_eq!((&answer["version"], &answer["type"]), (&"1.0".into(), &"rich".into()));
        let html = answer["html"].as_str().unwrap();
        let frame = read(html.as_bytes());
        let frame = frame.root_element();
        assert!(frame.has_tag_name("iframe") && frame.attribute("title").is_some());
        assert_eq!(frame.attribute("width"), Some(&*answer["width"].to_string()));
        assert_eq!(frame.attribute("height"), Some(&*answer["height"].to_string()));
        let query = frame.attribute("src").unwrap().strip_prefix(PUBLIC).unwrap();
        let (framed, bad) = decode(query);
        assert!(framed.embed && bad.is_empty());
        assert_eq!(framed.public(), shared.view());
        assert!(FILES.contains_key(answer["thumbnail_url"].as_str().unwrap().strip_prefix(PUBLIC).unwrap()));
    }
}

#[test]
fn every_picture_has_the_size_that_is_promised_and_few_bytes() {
    for selection in Shared::selections() {
        let bytes = &FILES[&share_picture(selection)];
        let reader = png::Decoder::new(std::io::Cursor::new(bytes)).read_info().unwrap();
        assert_eq!((reader.info().width, reader.info().height), (share::WIDTH, share::HEIGHT));
        assert!(bytes.len() < 30_000, "{selection:?}: {} bytes", bytes.len());
    }
    let different: BTreeSet<&Vec<u8>> = Shared::selections().map(|it| &FILES[&share_picture(it)]).collect();
    assert_eq!(different.len(), Shared::selections().count(), "no two look the same");
}

#[test]
fn the_same_data_give_the_same_bytes() {
    let again = edition(&API, None, Language::Arabic, PUBLIC).unwrap();
    let painter = Painter::new(&again.matrix, again.messages.site_title()).unwrap();
    for selection in
        [Selection::None, Selection::Goal(Goal::LAST), Selection::Cell(Line::C7EHealth, Goal::FIRST)]
    {
        // In the words of another language: pictures are the same in all.
        assert!(painter.png(selection).unwrap() == FILES[&share_picture(selection)]);
    }
    let (mut once, mut twice) = (Files::new(), Files::new());
    add_pages(&again, &mut once).unwrap();
    add_pages(&again, &mut twice).unwrap();
    assert!(once == twice);
}

#[test]
fn pages_are_small() {
    for (path, bytes) in FILES.iter().filter(|(path, _)| path.ends_with(".html")) {
        assert!(bytes.len() < 14_000, "{path}: {} bytes", bytes.len());
    }
}

#[test]
fn files_are_written_only_for_a_public_address() {
    let folder = tempfile::tempdir().unwrap();
    assert_eq!(write(folder.path(), &API, &config::for_site("")).unwrap(), None);
    assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 0);
    write_files(folder.path(), &FILES).unwrap();
    assert!(folder.path().join("share/ar/C7-EHEALTH-3.html").is_file());
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn no_name_breaks_out_of_its_place(name in "[^\\pC]{0,40}|.*</script><b>\"'&.*") {
        prop_assume!(!name.chars().any(char::is_control));
        let (page, answer) = hostile_page(&name);
        let page = read(&page);
        let title = page.descendants().find(|node| node.has_tag_name("title")).and_then(|node| node.text());
        prop_assert!(title.unwrap_or_default().contains(&name));
        prop_assert!(attribute(&page, ("name", "description"), "content").contains(&name));
        let scripts = page.descendants().filter(|node| node.has_tag_name("script")).count();
        prop_assert_eq!(scripts, 1);
        prop_assert!(!page.descendants().any(|node| node.has_tag_name("b")));
        let answer: Value = serde_json::from_slice(&answer).unwrap();
        let html = answer["html"].as_str().unwrap();
        let frame = read(html.as_bytes());
        prop_assert_eq!(frame.descendants().filter(|node| node.is_element()).count(), 1);
        prop_assert!(frame.root_element().attribute("title").unwrap().contains(&name));
    }
}

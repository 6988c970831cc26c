//! The plain JavaScript repeats names and values of the address; here they are compared with the core's.
#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a test may stop at the first surprise"
)]

use std::collections::BTreeSet;

use wsis_core::Language;
use wsis_core::address::{DisplayMode, Theme, parameters};
use wsis_core::arrangement::Order;
use wsis_core::heat::Scale;

const BOOT: &str = include_str!("../../../web/boot.js");
const EARLY: &str = include_str!("../../../web/early.js");
const REGISTER: &str = include_str!("../../../web/register.js");
const ELEMENT: &str = include_str!("../../../public/embed/1.0.0/embed.js");
const TYPES: &str = include_str!("../../../public/embed/1.0.0/embed.d.ts");
const WORKER_TYPES: &str = include_str!("../../../web/worker/types.d.ts");

/// The text between two others.
fn between<'a>(text: &'a str, before: &str, after: &str) -> &'a str {
    let (_, rest) = text.split_once(before).unwrap_or_else(|| panic!("no {before}"));
    rest.split_once(after).unwrap_or_else(|| panic!("no {after} after {before}")).0
}

/// The strings in quotation marks.
fn quoted(text: &str) -> Vec<&str> {
    text.split('"').skip(1).step_by(2).collect()
}

fn languages() -> Vec<&'static str> {
    Language::ALL.iter().map(|language| language.code()).collect()
}

fn set<'a>(names: impl IntoIterator<Item = &'a str>) -> BTreeSet<&'a str> {
    names.into_iter().collect()
}

#[test]
fn the_boot_script_knows_names_and_values_of_the_address() {
    let known = set(parameters::ALL);
    let listed = quoted(between(BOOT, "const names", ");"));
    let single = ["const language = of(", "theme = of(", "embed = get(", "test(/** @type {string} */ (get("];
    let single = single.map(|before| quoted(between(BOOT, before, ")"))[0]);
    assert_eq!(single, [parameters::LANGUAGE, parameters::THEME, parameters::EMBED, parameters::LINE]);
    assert!(set(listed.clone()).is_subset(&known), "{listed:?}");
    // English is what the prerendered page is written in.
    let others = languages().into_iter().filter(|code| *code != "en");
    let told = quoted(between(BOOT, "const language = of(", ")"))[1];
    assert_eq!(set(told.split(' ')), set(others));
    let themes = quoted(between(BOOT, "theme = of(", ")"))[1];
    assert_eq!(set(themes.split(' ')), set(Theme::ALL.map(Theme::code)));
}

#[test]
fn the_early_answers_know_the_names_of_a_selection_and_of_settings() {
    let selection = quoted(between(EARLY, "const selection = [", "]"));
    assert_eq!(
        selection,
        [parameters::LINE, parameters::GOAL, parameters::PROJECT, parameters::INITIATIVE],
        "the address of a cell is written without these of the former view"
    );
    let settings = quoted(between(EARLY, "settings = [", "]"));
    assert_eq!(settings, [parameters::THEME, parameters::LANGUAGE, parameters::WORKER]);
    let read = quoted(between(EARLY, "query().get(", ")"));
    assert_eq!(read, [parameters::LANGUAGE]);
}

#[test]
fn the_registration_knows_when_nothing_is_cached() {
    let told = set(quoted(REGISTER));
    assert!(told.contains(&*format!("{}=1", parameters::EMBED)), "{told:?}");
    assert!(told.contains(&*format!("{}=off", parameters::WORKER)), "{told:?}");
}

#[test]
fn the_element_takes_the_names_of_the_address_as_attributes() {
    let names = quoted(between(ELEMENT, "const NAMES = (", ").split")).concat();
    assert_eq!(names.split(' ').collect::<Vec<_>>(), parameters::attributes().collect::<Vec<_>>());
    let titles = between(ELEMENT, "const TITLES = {", "};");
    let titles = titles.lines().filter_map(|line| Some(line.trim().split_once(':')?.0));
    assert_eq!(set(titles), set(languages()));
}

#[test]
fn the_types_of_the_element_have_its_names_and_values() {
    let view = between(TYPES, "interface WsisView {", "}");
    let members: Vec<(&str, &str)> = view.lines().filter_map(|line| line.trim().split_once("?: ")).collect();
    let names: Vec<&str> = members.iter().map(|(name, _)| *name).collect();
    assert_eq!(names, parameters::attributes().collect::<Vec<_>>());
    let values = |name: &str| {
        let (_, kind) = members.iter().find(|(member, _)| *member == name).unwrap();
        set(quoted(kind))
    };
    assert_eq!(values(parameters::SHOW), set(DisplayMode::ALL.map(DisplayMode::code)));
    assert_eq!(values(parameters::ORDER), set(Order::ALL.map(Order::code)));
    assert_eq!(values(parameters::SCALE), set(Scale::ALL.map(Scale::code)));
    assert_eq!(values(parameters::THEME), set(Theme::ALL.map(Theme::code)));
    assert_eq!(values(parameters::LANGUAGE), set(languages()));
}

#[test]
fn the_worker_declares_what_the_build_gives_it() {
    let declared = |field: &str| set(quoted(between(WORKER_TYPES, field, "string")));
    let paths = wsis_core::contract::path::worker_paths();
    assert_eq!(declared("paths: Record<"), set(paths.keys().copied()));
    assert_eq!(declared("parameters: Record<"), set(parameters::OF_WORKER.map(|(name, _)| name)));
}

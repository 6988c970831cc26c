//! Validation, files and routes of tours.
#![allow(clippy::unwrap_used, reason = "a test may stop at the first surprise")]

use proptest::prelude::*;

use super::*;
use crate::address::{decode, encode};
use crate::code::EntryId;
use crate::contract::tours::{Figure, FigureValue, TourStep};
use crate::goal::Goal;
use crate::line::Line;
use crate::links::Links;

fn step(view: &str) -> TourStep {
    TourStep {
        view: view.to_owned(),
        title: "One".to_owned(),
        text: None,
        notes: None,
        seconds: None,
        figure: None,
        basis: None,
    }
}

fn file(steps: Vec<TourStep>) -> TourFile {
    TourFile { wsis_tour: FORMAT_VERSION, title: "Mine".to_owned(), language: None, steps }
}

#[test]
fn what_is_no_tour_is_told_why() {
    assert_eq!(Tour::from_file(&file(vec![])), Err(TourError::Empty));
    assert_eq!(Tour::from_file(&TourFile { wsis_tour: 2, ..file(vec![step("")]) }), Err(TourError::Newer(2)));
    assert_eq!(Tour::from_file(&file(vec![step(""); 201])), Err(TourError::TooManySteps(201)));
    let long = TourStep { title: "x".repeat(121), ..step("") };
    assert_eq!(Tour::from_file(&file(vec![step(""), long])), Err(TourError::TooLong(2, TourText::Title)));
    for value in [-1.0, f64::NAN, f64::INFINITY] {
        let values = vec![FigureValue { label: "2005".to_owned(), value }];
        let figure = Some(Figure { caption: String::new(), unit: String::new(), values });
        assert_eq!(
            Tour::from_file(&file(vec![TourStep { figure, ..step("") }])),
            Err(TourError::BadFigure(1))
        );
    }
}

#[test]
fn a_step_keeps_what_is_known_of_its_view_and_tells_the_rest() {
    let (tour, dropped) =
        Tour::from_file(&file(vec![step("line=C2&goal=99&lang=fr&present=1&theme=dark&embed=1&x=y")]))
            .unwrap();
    assert_eq!(encode(&tour.steps[0].view), "line=C2");
    assert_eq!(dropped.len(), 1);
    assert_eq!((dropped[0].step, dropped[0].value.name), (1, "goal"));
}

#[test]
fn texts_lose_what_could_reorder_the_stage() {
    let bad = TourStep { title: " a\u{202e}b\u{7}\u{2066}c ".to_owned(), ..step("") };
    assert_eq!(Tour::from_file(&file(vec![bad])).unwrap().0.steps[0].title, "abc");
}

#[test]
fn a_view_without_a_tour_has_a_route() {
    let links =
        Links::new([(Line::C2, Goal::all().nth(8).unwrap()), (Line::C2, Goal::all().next().unwrap())]);
    let of = |query: &str, projects: &[EntryId]| {
        route(&decode(query).0, &links, projects).iter().map(|step| encode(&step.view)).collect::<Vec<_>>()
    };
    assert_eq!(of("", &[]).len(), 12);
    assert_eq!(of("line=C2&lang=fr", &[]), ["line=C2", "line=C2&goal=1", "line=C2&goal=9"]);
    assert_eq!(of("goal=9", &[]), ["goal=9", "line=C2&goal=9"]);
    let one: EntryId = "a-1".parse().unwrap();
    assert_eq!(of("line=C2&goal=9", &[one]), ["line=C2&goal=9", "line=C2&goal=9&project=a-1"]);
    assert_eq!(of("region=AFR", &[]), ["region=AFR"]);
}

proptest! {
    #[test]
    fn a_tour_that_is_saved_is_the_one_that_is_read(
        titles in prop::collection::vec("[^\\pC]{0,40}", 1..6),
        text in prop::option::of("[^\\pC]{1,80}"),
        notes in "[^\\pC]{0,80}",
        seconds in prop::option::of(1_u16..=MAX_SECONDS),
        eighths in 0_u32..1_000_000,
    ) {
        let value = f64::from(eighths) / 8.0;
        let values = vec![FigureValue { label: "2005".to_owned(), value }];
        let figure = Some(Figure { caption: "c".to_owned(), unit: "%".to_owned(), values });
        let steps = titles.iter().map(|title| TourStep {
            title: title.clone(),
            text: text.clone(),
            notes: Some(notes.clone()),
            seconds,
            figure: figure.clone(),
            ..step("line=C2&goal=9")
        });
        let (tour, dropped) = Tour::from_file(&file(steps.collect())).unwrap();
        prop_assert!(dropped.is_empty());
        let quote = |text: &str| serde_json::to_string(text).unwrap();
        let number = |value: f64| serde_json::to_string(&value).unwrap();
        let read: TourFile = serde_json::from_str(&tour.to_json(&quote, &number)).unwrap();
        prop_assert_eq!(Tour::from_file(&read), Ok((tour, vec![])));
    }
}

//! The laws of the address: every view survives the round trip, and every text settles after one.

use proptest::prelude::*;
use wsis_core::address::{BadValue, Query, Selection, Theme, View, decode, encode};
use wsis_core::{CountryCode, EntryId, Goal, Language, Line};

fn any_line() -> impl Strategy<Value = Line> {
    prop::sample::select(Line::all().collect::<Vec<_>>())
}

fn any_goal() -> impl Strategy<Value = Goal> {
    prop::sample::select(Goal::all().collect::<Vec<_>>())
}

prop_compose! {
    fn any_view()(
        line in prop::option::of(any_line()),
        goal in prop::option::of(any_goal()),
        opened: bool,
        query in prop::option::of("[^ \\pC\\pZ]{1,20}( [^ \\pC\\pZ]{1,20}){0,3}"),
        country in prop::option::of("[A-Z]{3}"),
        project in prop::option::of("[a-z0-9][a-z0-9-]{0,63}"),
        language in prop::option::of(prop::sample::select(Language::ALL.to_vec())),
        theme in prop::option::of(prop::sample::select(Theme::ALL.to_vec())),
    ) -> View {
        let project: Option<EntryId> = project.and_then(|id| id.parse().ok());
        let query: Option<Query> = query.and_then(|text| text.parse().ok());
        let country: Option<CountryCode> = country.and_then(|code| code.parse().ok());
        View { selection: Selection::of(line, goal), opened, query, country, project, language, theme }
    }
}

proptest! {
    #[test]
    fn every_view_survives_the_round_trip(view in any_view()) {
        prop_assert_eq!(decode(&encode(&view)), (view, vec![]));
    }

    #[test]
    fn every_text_settles_after_one_round(query in ".{0,80}") {
        let once = encode(&decode(&query).0);
        prop_assert_eq!(encode(&decode(&once).0), once);
    }

    #[test]
    fn texts_made_of_known_names_settle_too(
        pairs in prop::collection::vec(("(line|goal|open|q|country|project|lang|theme|utm_source)", "[A-Za-z0-9.%&=+-]{0,12}"), 0..8),
    ) {
        let query = pairs.iter().map(|(name, value)| format!("{name}={value}")).collect::<Vec<_>>().join("&");
        let once = encode(&decode(&query).0);
        prop_assert_eq!(encode(&decode(&once).0), once);
    }
}

#[test]
fn the_order_is_canonical_and_defaults_are_left_out() {
    let (view, bad) = decode("?theme=DARK&goal=9&utm_source=itu&line=c7-egov&lang=ar");
    assert_eq!(bad, []);
    assert_eq!(encode(&view), "line=C7-EGOV&goal=9&lang=ar&theme=dark");
    assert_eq!(encode(&View::default()), "");
}

#[test]
fn a_bad_value_of_a_known_name_is_dropped_and_named() {
    let (view, bad) = decode("line=C99&goal=9&fbclid=x&theme=&open=C2");
    assert_eq!(encode(&view), "goal=9");
    let named: Vec<(&str, &str)> =
        bad.iter().map(|BadValue { name, value }| (*name, value.as_str())).collect();
    assert_eq!(named, [("line", "C99"), ("open", "C2")]);
}

#[test]
fn a_query_is_one_line_and_a_country_three_letters_of_any_case() {
    let (view, bad) = decode("country=bfa&q=%20open%0A%20data%20");
    assert_eq!(bad, []);
    assert_eq!(encode(&view), "q=open+data&country=BFA");
    let (view, bad) = decode(&format!("country=B1&q={}", "x".repeat(201)));
    assert_eq!((encode(&view).as_str(), bad.len()), ("", 2));
}

#[test]
fn closing_c7_gives_a_selected_application_back_to_it() {
    let (view, _) = decode("line=C7-EGOV&goal=16");
    assert!(view.shows_applications());
    assert_eq!(encode(&view.closed()), "line=C7&goal=16");
}

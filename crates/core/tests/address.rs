//! The laws of the address: every view survives the round trip, and every text settles after one.

use std::num::NonZeroU16;

use proptest::prelude::*;
use wsis_core::address::{
    BadValue, DisplayMode, Extent, Margin, Opened, Panel, Presenting, Query, Selection, Shared, Theme, View,
    WHOLE_MATRIX, changed, decode, encode, share_path,
};
use wsis_core::arrangement::Order;
use wsis_core::comparison::Compared;
use wsis_core::filter::{Facet, FacetValue, Filter, Years};
use wsis_core::heat::Scale;
use wsis_core::{Goal, Language, Line};

fn any_line() -> impl Strategy<Value = Line> {
    prop::sample::select(Line::all().collect::<Vec<_>>())
}

fn any_goal() -> impl Strategy<Value = Goal> {
    prop::sample::select(Goal::all().collect::<Vec<_>>())
}

fn any_value() -> impl Strategy<Value = FacetValue> {
    let value = |facet: Facet| {
        let form = match facet {
            Facet::Region | Facet::Country => "[A-Z]{3}",
            Facet::Stakeholder | Facet::TargetGroup | Facet::Collection => "[a-z][a-z-]{0,12}",
            Facet::Prize => "winner|champion|nominated|submitted|none",
        };
        form.prop_filter_map("an id", move |text| Some(FacetValue { facet, id: facet.value(&text)? }))
    };
    prop::sample::select(Facet::ALL.to_vec()).prop_flat_map(value)
}

fn any_margin() -> impl Strategy<Value = Margin> {
    prop_oneof![
        prop::option::of(any_line()).prop_map(Margin::NoGoal),
        prop::option::of(any_goal()).prop_map(Margin::NoLine),
        Just(Margin::Neither),
    ]
}

prop_compose! {
    fn any_view()(
        line in prop::option::of(any_line()),
        goal in prop::option::of(any_goal()),
        margin in prop::option::of(any_margin()),
        c7_expanded: bool,
        query in prop::option::of("[^ \\pC\\pZ]{1,20}( [^ \\pC\\pZ]{1,20}){0,3}"),
        show in prop::sample::select(DisplayMode::ALL.to_vec()),
        order in prop::sample::select(Order::ALL.to_vec()),
        scale in prop::sample::select(Scale::ALL.to_vec()),
        values in prop::collection::vec(any_value(), 0..5),
        years in prop::option::of((1000_u16..10_000, 1000_u16..10_000)),
        declared in prop::option::of(any::<bool>()),
        opened in prop::option::of(("[a-z0-9][a-z0-9-]{0,31}", 0..3_u8)),
        compared in prop::collection::vec("C[1-9]|1[0-7]|C[2-5]\\.[1-9]|[A-BD-Z][A-Z]{2}", 0..4),
        (embed, shows_whole_matrix, hides_controls) in any::<(bool, bool, bool)>(),
        language in prop::option::of(prop::sample::select(Language::ALL.to_vec())),
        theme in prop::option::of(prop::sample::select(Theme::ALL.to_vec())),
        second_language in prop::option::of(prop::sample::select(Language::ALL.to_vec())),
        presenting in prop::sample::select(vec![
            Presenting::Not, Presenting::Not, Presenting::Stage, Presenting::Speaker, Presenting::Kiosk,
        ]),
        tour in prop::option::of("own|own\\.[A-Za-z0-9_-]{1,40}|[A-Za-z0-9-]{1,32}"),
        step in prop::option::of(1_u16..),
    ) -> View {
        let tour = tour.and_then(|name| name.parse().ok());
        let step = step.and_then(NonZeroU16::new);
        let opened = opened.and_then(|(id, kind): (String, u8)| match kind {
            0 => Some(Opened::Project(id.parse().ok()?)),
            1 => Some(Opened::Initiative(id.parse().ok()?)),
            // The word has another meaning.
            _ => Some(Opened::Lens(id.parse().ok().filter(|_| id != WHOLE_MATRIX)?)),
        });
        // Both are values of one parameter.
        let shows_whole_matrix = shows_whole_matrix && !matches!(opened, Some(Opened::Lens(_)));
        let query: Option<Query> = query.and_then(|text| text.parse().ok());
        let mut filter = Filter::of_values(values);
        filter.query = query;
        filter.years = years.map(|(one, other)| Years::new(one, other));
        filter.declared = declared;
        let mut compare: Vec<Compared> = Vec::new();
        for thing in compared.iter().filter_map(|text| text.parse().ok()) {
            if !compare.contains(&thing) {
                compare.push(thing);
            }
        }
        let selection = Selection::of(line, goal);
        let margin = margin.filter(|_| selection == Selection::None);
        View { selection, margin, c7_expanded, show, order, scale, filter, opened, compare, language, theme, embed, shows_whole_matrix, hides_controls, second_language, presenting, tour, step }
    }
}

proptest! {
    #[test]
    fn a_change_by_names_changes_these_alone(view in any_view(), goal in any_goal()) {
        let changes = [("goal".to_owned(), Some(goal.to_string())), ("line".to_owned(), None)];
        let (after, bad) = changed(&view, &changes);
        prop_assert!(bad.is_empty());
        // The margin stands in the same two names.
        prop_assert_eq!(after, View { selection: Selection::Goal(goal), margin: None, ..view });
    }

    #[test]
    fn every_view_survives_the_round_trip(view in any_view()) {
        prop_assert_eq!(decode(&encode(&view)), (view, vec![]));
    }

    #[test]
    fn a_shared_page_leads_back_to_the_view_and_only_such_views_have_one(view in any_view()) {
        // Colours and an c7_expanded C7 are not shared, and English is what a view without a language is in.
        let language = view.language.filter(|language| *language != Language::English);
        let settled = View { c7_expanded: false, theme: None, language, ..view.clone() };
        match Shared::of(&view) {
            Some(shared) => {
                prop_assert_eq!(&shared.view(), &settled);
                prop_assert_eq!(share_path(&view), Some(shared.page()));
                prop_assert_eq!(decode(&encode(&shared.view())), (settled, vec![]));
            }
            None => prop_assert_ne!(settled, View { selection: view.selection, language, ..View::default() }),
        }
    }

    #[test]
    fn whatever_a_page_shows_has_that_page(
        line in prop::option::of(any_line()),
        goal in prop::option::of(any_goal()),
        language in prop::sample::select(Language::ALL.to_vec()),
    ) {
        let shared = Shared { selection: Selection::of(line, goal), language };
        prop_assert_eq!(Shared::of(&shared.view()), Some(shared));
    }

    #[test]
    fn every_text_settles_after_one_round(query in ".{0,80}") {
        let once = encode(&decode(&query).0);
        prop_assert_eq!(encode(&decode(&once).0), once);
    }

    #[test]
    fn texts_made_of_known_names_settle_too(
        pairs in prop::collection::vec(("(line|goal|open|show|q|region|country|year|stakeholder|group|prize|collection|declared|project|initiative|lens|compare|lang|lang2|theme|embed|present|kiosk|tour|step|utm_source)", "[A-Za-z0-9.%&=+-]{0,12}"), 0..8),
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

#[test]
fn a_filter_has_many_values_each_judged_by_itself() {
    let (view, bad) = decode(
        "region=eur,afr,EUR&prize=winner,second&year=2020..2015&declared=yes&group=women,&show=Projects",
    );
    assert_eq!(
        encode(&view),
        "show=projects&region=AFR%2CEUR&year=2015..2020&group=women&prize=winner&declared=yes"
    );
    assert_eq!(bad, [BadValue { name: "prize", value: "second".to_owned() }]);
    let (_, bad) = decode("year=15&declared=maybe&show=all");
    assert_eq!(bad.iter().map(|bad| bad.name).collect::<Vec<_>>(), ["show", "year", "declared"]);
}

#[test]
fn what_the_panel_shows_follows_selection_then_country_then_filter() {
    let panel = |query: &str| decode(query).0.panel();
    assert_eq!(panel(""), Panel::Start);
    assert_eq!(panel("show=gaps"), Panel::Start);
    assert_eq!(panel("country=BFA&region=AFR"), Panel::Country("BFA".parse().unwrap()));
    assert_eq!(panel("country=BFA,RWA"), Panel::List);
    assert_eq!(panel("q=open"), Panel::List);
    assert_eq!(panel("line=C2&country=BFA"), Panel::Selected(Selection::Line(Line::C2)));
}

#[test]
fn at_most_four_things_are_compared() {
    let (view, bad) = decode("compare=c2.9,C2.9,C5,9,bfa,C4,nothing");
    assert_eq!(encode(&view), "compare=C2.9%2CC5%2C9%2CBFA");
    assert_eq!(bad.iter().map(|bad| bad.value.as_str()).collect::<Vec<_>>(), ["C4", "nothing"]);
    assert_eq!(view.panel(), Panel::Comparison);
    assert_eq!(decode("compare=C2").0.panel(), Panel::Start);
}

#[test]
fn what_stands_in_another_page_is_as_much_as_was_asked_for() {
    let form = |query: &str| decode(query).0.extent();
    assert_eq!(form("line=C2&goal=9"), Extent::Matrix, "on its own the page is whole");
    assert_eq!(form("line=C2&goal=9&embed=1"), Extent::Cell);
    assert_eq!(form("line=C2&embed=1"), Extent::Row(Line::C2));
    assert_eq!(form("goal=9&embed=1").to_owned(), Extent::Column("9".parse().unwrap()));
    assert_eq!(form("line=C2&lens=matrix&embed=1"), Extent::Matrix);
    let (view, bad) = decode("line=C2&embed=yes&controls=few");
    assert!(!view.embed && !view.hides_controls && bad.len() == 2, "{bad:?}");
    let framed = decode("line=C2&theme=dark&lang=fr&controls=none&lens=matrix&embed=1").0;
    assert_eq!(encode(&framed.public()), "line=C2&lang=fr");
}

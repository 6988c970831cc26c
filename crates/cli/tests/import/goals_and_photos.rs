//! Columns of one goal each, statements on goals, and photos with their credit.

use serde_json::json;

use crate::cells::findings;
use crate::operator::OperatorFolder;

#[test]
fn a_column_for_each_goal_is_read() {
    let desk = OperatorFolder::new();
    let list = "ID;Title;Lines;SDG 1;SDG 4: Quality education;Goal 9;ODS 17\n\
        a;One;C2;x;;TRUE;no\n\
        b;Two;C2;;Yes;0;✔\n\
        c;Three;C2;perhaps;-;9.c;1\n";
    let ran = desk.import(&[&desk.file("list.csv", list)], &["--publish-all"]).good();
    let goals = |id: &str| desk.api(&format!("projects/{id}.json"))["goals"].clone();
    assert_eq!(goals("a"), json!([{ "goal": 1 }, { "goal": 9 }]), "{}", ran.told());
    assert_eq!(goals("b"), json!([{ "goal": 4 }, { "goal": 17 }]));
    assert_eq!(goals("c"), json!([{ "goal": 9 }, { "goal": 17 }]));
    assert!(ran.told().contains("SDG 1 -> goalMarks"), "{}", ran.told());
    let in_part = findings(&desk.report(), "inPart");
    assert_eq!((in_part.len(), in_part[0].0, in_part[0].1.as_str()), (1, 4, "SDG 1"), "{in_part:?}");
}

#[test]
fn statements_go_out_with_the_goals_that_the_entry_names() {
    let desk = OperatorFolder::new();
    let list = "ID,Title,Language,Lines,Goals,SDG 9 statement,How does it contribute to SDG 17?\n\
        a,One,en,C2,SDG 9,\"<p>Roads &amp; wires; call +41 22 555 01 00</p>\",Partners\n\
        b,Two,fr,C2,\"9, 17\",N/A,Des partenaires\n";
    desk.import(&[&desk.file("list.csv", list)], &["--publish-all"]).good();
    assert_eq!(
        desk.api("projects/a.json")["goals"],
        json!([{ "goal": 9, "statement": "Roads & wires; call [phone number removed]", "language": "en" }])
    );
    assert_eq!(
        desk.api("projects/b.json")["goals"],
        json!([{ "goal": 9 }, { "goal": 17, "statement": "Des partenaires", "language": "fr" }])
    );
    let report = desk.report();
    let in_part = findings(&report, "inPart");
    assert!(in_part.len() == 1 && in_part[0].1.contains("SDG 17"), "{in_part:?}");
    assert_eq!(report["personal"][0]["column"], "SDG 9 statement");
}

#[test]
fn a_photo_needs_an_address_and_a_credit() {
    let desk = OperatorFolder::new();
    let list = "ID,Title,Lines,Photo,Photo credit\n\
        a,One,C2,https://example.org/one.jpg,\"An invented agency, ada@mail.example\"\n\
        b,Two,C2,https://example.org/two.jpg,\n\
        c,Three,C2,three.jpg,Agency\n\
        d,Four,C2,,Agency\n";
    desk.import(&[&desk.file("list.csv", list)], &["--publish-all"]).good();
    let photo = |id: &str| desk.api(&format!("projects/{id}.json")).get("photo").cloned();
    let one =
        json!({ "address": "https://example.org/one.jpg", "credit": "An invented agency, [e-mail removed]" });
    assert_eq!(photo("a"), Some(one));
    assert_eq!((photo("b"), photo("c"), photo("d")), (None, None, None));
    let in_part = findings(&desk.report(), "inPart");
    let rows: Vec<u64> = in_part.iter().map(|(row, _, _)| *row).collect();
    assert!(rows == [3, 4] && in_part[0].2.contains("without a credit"), "{in_part:?}");
}
